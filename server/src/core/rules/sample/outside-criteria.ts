import * as z from 'zod';
import { mayBeInACase } from '../../config/check-sample.ts';
import { fieldPath } from '../../model/case-model.ts';
import { nodeAt, textOf, type YamlNode } from '../../syntax/yaml-node.ts';
import { frontMatterIsWhole } from '../certainty.ts';
import { perEuro } from '../euros.ts';
import { fieldSpan } from '../places.ts';
import { defineRule, type FrontMatterFacts, type Report } from '../rule.ts';
import { listed } from '../wording.ts';
import { describeBound, judge, type Outcome } from './bound.ts';
import { PROGRAMMES, type Criterion, type Programme } from './programmes.ts';

/** A firm that is not what the study says its firms are: what is concluded from it does not hold for the sample (Eisenhardt & Graebner 2007). */
export const outsideCriteria = defineRule({
  id: 'sample/outside-criteria',
  title: 'The firm belongs to the sample that the study describes',
  severity: 'warning',
  hasFix: false,
  options: z.strictObject({
    programme: z
      .enum(['none', ...PROGRAMMES.map(({ id }) => id)])
      .default('none')
      .describe('A named set of criteria, besides those of “sample”.'),
    per_euro: perEuro,
  }),
  *checkFrontMatter(facts, { programme: named, per_euro: rates }) {
    if (!frontMatterIsWhole(facts)) return;
    const { config } = facts.project;
    // A criterion on a field that no case can have is reported in casewright.yaml.
    const usable = Object.entries(config.sample ?? {}).filter(([field]) => mayBeInACase(field, config));
    const own = usable.map(([field, bound]): Criterion => ({ fields: [field], bound }));
    yield* against(facts, own, 'the sample of this study', rates);
    const programme: Programme | undefined = PROGRAMMES.find(({ id }) => id === named);
    if (programme) yield* against(facts, programme.criteria, programme.title, rates);
  },
});

/** A field that a criterion looks at and the case has. */
interface GivenField {
  readonly field: string;
  readonly node: YamlNode;
  readonly outcome: Outcome;
}

/** @param whose whose criteria these are, as messages name it */
function* against(facts: FrontMatterFacts, criteria: readonly Criterion[], whose: string, rates: Readonly<Record<string, number>>): Iterable<Report> {
  const missing: Criterion[] = [];
  for (const criterion of criteria) {
    const given = criterion.fields.flatMap((field): GivenField[] => {
      const node = nodeAt(facts.model.fields, fieldPath(field));
      return node && isGiven(node) ? [{ field, node, outcome: judge(node, criterion.bound, rates) }] : [];
    });
    const [first] = given;
    if (!first) missing.push(criterion);
    else if (given.every(({ outcome }) => outcome.kind !== 'inside')) yield notMet(first, criterion, whose);
  }
  if (missing.length > 0) yield notGiven(facts, missing, whose);
}

function notMet({ field, node, outcome }: GivenField, criterion: Criterion, whose: string): Report {
  const base = { span: node.span, data: { field } };
  const asked = askedFor(criterion);
  const is = `${field} is ${shown(node)}, but`;
  if (outcome.kind === 'unknown') {
    const message = `${is} ${outcome.because}, so nobody can tell whether the firm belongs to ${whose}, which asks for ${asked}. Add what is missing.`;
    return { ...base, message, severity: 'info' };
  }
  const { unless } = criterion;
  const message = `${is} ${whose} asks for ${asked}${unless === undefined ? '' : ` (unless ${unless})`}. Correct the field; or, if the firm is in the study all the same, say why in the text, since readers will ask.`;
  return unless === undefined ? { ...base, message } : { ...base, message, severity: 'info' };
}

/** What is not there is one gap, however many criteria look at it. */
function notGiven(facts: FrontMatterFacts, criteria: readonly Criterion[], whose: string): Report {
  const gaps = criteria.map((criterion) => `${listed(criterion.fields, 'or')} (${askedFor(criterion)})`);
  const field = criteria[0]?.fields[0] ?? '';
  const [are, them] = gaps.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return {
    span: fieldSpan(facts, fieldPath(field)),
    message: `Nobody can tell whether the firm belongs to ${whose}, since ${listed(gaps)} ${are} not given. Fill ${them} in if you can find out.`,
    data: { field },
    severity: 'info',
  };
}

function askedFor({ title, bound }: Criterion): string {
  return title ?? describeBound(bound);
}

function isGiven(node: YamlNode): boolean {
  if (node.kind === 'scalar') return (textOf(node)?.trim() ?? '') !== '';
  return node.kind === 'map' ? node.entries.length > 0 : node.items.length > 0;
}

function shown(node: YamlNode): string {
  if (node.kind === 'scalar') return textOf(node) ?? '';
  const count = node.kind === 'map' ? node.entries.length : node.items.length;
  return `a list of ${count}`;
}
