import * as z from 'zod';
import { entryOf, itemsOf, nodeAt, textOf, type YamlNode, type YamlPath } from '../../syntax/yaml-node.ts';
import { usualFirst } from '../../config/usual.ts';
import { fieldPath } from '../../model/case-model.ts';
import type { Severity } from '../../config/config-schema.ts';
import { SOURCE_NEEDS } from '../../model/source-needs.ts';
import { isOneOf, SOURCE_KINDS } from '../../model/vocabulary.ts';
import { findingsById, setsAside } from '../../model/findings.ts';
import { frontMatterIsWhole } from '../certainty.ts';
import { fieldSpan } from '../places.ts';
import { defineRule, type FrontMatterFacts } from '../rule.ts';
import { templateOf } from '../template.ts';
import { listed } from '../wording.ts';
import { frontMatterViolations } from './violations.ts';

interface MissingField {
  readonly path: YamlPath;
  readonly message: string;
  readonly severity?: Severity;
}

/** Fields without which a case, a source or the team's comparison of cases does not work. */
export const missingField = defineRule({
  id: 'front-matter/missing-field',
  title: 'The fields that a case needs are filled in',
  severity: 'warning',
  hasFix: true,
  options: z.strictObject({
    sources: z
      .boolean()
      .default(true)
      .describe(
        'Also report what readers must be told of a source of its kind: of an interview whom you asked and when, of a document its title and its year or address.',
      ),
    expected: z.boolean().default(false).describe('Also report the fields without which an item of the case’s frameworks can hardly be judged.'),
  }),
  *checkFrontMatter(facts, { sources, expected }) {
    if (!frontMatterIsWhole(facts)) return;
    const missing = [
      ...requiredByTheFormat(facts),
      ...requiredByTheTemplate(facts),
      ...(sources ? neededOfSources(facts) : []),
      ...(expected ? expectedByItems(facts) : []),
    ];
    const reported = new Set<string>();
    for (const { path, message, severity } of missing) {
      const field = path.join('.');
      if (reported.has(field)) continue;
      reported.add(field);
      yield { span: fieldSpan(facts, path), message, data: { field }, ...(severity === undefined ? {} : { severity }) };
    }
  },
});

/** Why a field of the format is needed, by its last name. */
const WHY: Readonly<Record<string, string>> = {
  case: 'Give the case a short name, so that tables and other cases can refer to it.',
  id: 'Give this source a short name such as int-ceo; without one, no text can cite it.',
  kind: 'Say which of Yin’s six kinds of evidence this source is (interview, documentation, …); without it, the source does not count towards triangulation.',
};

function requiredByTheFormat(facts: FrontMatterFacts): MissingField[] {
  const { model, project } = facts;
  const missing: MissingField[] = [];
  if (model.id.trim() === '') missing.push({ path: ['case'], message: `“case” has no value. ${WHY.case ?? ''}` });
  if ((model.frameworks ?? project.defaultFrameworks).length === 0) {
    const message = `This case names no framework, so there is nothing to compare it with. List the frameworks it addresses, such as frameworks: [${usualFirst(project.frameworks.keys())[0] ?? ''}].`;
    missing.push({ path: ['frameworks'], message });
  }
  const required = frontMatterViolations(facts, 'missing-field');
  return [...missing, ...required.map(({ path, message }) => ({ path, message: `${message}. ${WHY[String(path.at(-1))] ?? 'Fill it in.'}` }))];
}

/** What a source of its kind owes to readers. A gentle word: much of it is found out while the case is written. */
function neededOfSources({ model }: FrontMatterFacts): MissingField[] {
  return itemsOf(entryOf(model.fields, 'sources')?.value).flatMap((node, index): MissingField[] => {
    const kind = textOf(entryOf(node, 'kind')?.value);
    const id = textOf(entryOf(node, 'id')?.value)?.trim();
    if (!isOneOf(SOURCE_KINDS, kind) || !id) return [];
    const says = (field: string): boolean => isFilledNode(entryOf(node, field)?.value);
    const unmet = SOURCE_NEEDS[kind].filter(({ fields, orNote }) => !fields.some(says) && !(orNote && says('note')));
    return unmet.map(({ fields, what, why, orNote }) => {
      const instead = orNote ? ', or say in “note” why it is not known' : '';
      const message = `“${id}” (${kind}) does not say ${what}, so ${why}. Add ${listed(
        fields.map((field) => `“${field}”`),
        'or',
      )}${instead}.`;
      return { path: ['sources', index, fields[0]], message, severity: 'info' };
    });
  });
}

function requiredByTheTemplate(facts: FrontMatterFacts): MissingField[] {
  const template = templateOf(facts);
  return (template?.fields ?? []).flatMap((name): MissingField[] => {
    const path = fieldPath(name);
    const isGivenByProject = name === 'frameworks' && facts.project.defaultFrameworks.length > 0;
    if (isGivenByProject || isFilled(facts, path)) return [];
    return [
      { path, message: `“${name}” is missing; the template “${template?.title ?? ''}” asks for it in every case, so that cases can be compared. Fill it in.` },
    ];
  });
}

function expectedByItems(facts: FrontMatterFacts): MissingField[] {
  const findings = findingsById(facts.model);
  const owed = facts.frameworks.items.map(({ item }) => item).filter(({ id }) => !setsAside(findings.get(id)));
  const names = [...new Set(owed.flatMap((item) => item.expects.fields))];
  return names.flatMap((name): MissingField[] => {
    const path = fieldPath(name);
    if (isFilled(facts, path)) return [];
    const items = owed.filter((item) => item.expects.fields.includes(name)).map((item) => item.id);
    return [{ path, message: `“${name}” is not given, and without it ${listed(items)} can hardly be judged. Fill it in if it is known.` }];
  });
}

function isFilled(facts: FrontMatterFacts, path: YamlPath): boolean {
  return isFilledNode(nodeAt(facts.model.fields, path));
}

function isFilledNode(node: YamlNode | undefined): boolean {
  if (node?.kind === 'scalar') return (textOf(node)?.trim() ?? '') !== '';
  return node?.kind === 'map' ? node.entries.length > 0 : (node?.items.length ?? 0) > 0;
}
