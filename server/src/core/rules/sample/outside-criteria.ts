import * as z from 'zod';
import { fieldPath } from '../../model/case-model.ts';
import { nodeAt, textOf, type YamlNode } from '../../syntax/yaml-node.ts';
import { frontMatterIsWhole } from '../certainty.ts';
import { perEuro } from '../euros.ts';
import { fieldSpan } from '../places.ts';
import { defineRule, type CaseFacts, type Report } from '../rule.ts';
import { listed } from '../wording.ts';
import { describeBound, judge } from './bound.ts';
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
  *check(facts, { programme: named, per_euro: rates }) {
    if (!frontMatterIsWhole(facts)) return;
    const own = Object.entries(facts.project.config.sample ?? {}).map(([field, bound]): Criterion => ({ fields: [field], bound }));
    for (const criterion of own) yield* check(facts, criterion, undefined, rates);
    const programme: Programme | undefined = PROGRAMMES.find(({ id }) => id === named);
    for (const criterion of programme?.criteria ?? []) yield* check(facts, criterion, programme, rates);
  },
});

function* check(facts: CaseFacts, criterion: Criterion, programme: Programme | undefined, rates: Readonly<Record<string, number>>): Iterable<Report> {
  const { fields, bound, title, unless } = criterion;
  const given = fields.flatMap((field) => {
    const node = nodeAt(facts.model.fields, fieldPath(field));
    return node && isGiven(node) ? [{ field, node, outcome: judge(node, bound, rates) }] : [];
  });
  if (given.some(({ outcome }) => outcome.kind === 'inside')) return;
  const [first] = given;
  const asked = title ?? describeBound(bound);
  const whose = programme === undefined ? 'the sample of this study' : programme.title;
  const field = first?.field ?? fields[0] ?? '';
  if (first?.outcome.kind === 'outside') {
    yield {
      span: first.node.span,
      message: `${first.field} is ${shown(first.node)}, but ${whose} asks for ${asked}${unless === undefined ? '' : ` (unless ${unless})`}. Correct the field; or, if the firm is in the study all the same, say why in the text, since readers will ask.`,
      data: { field },
      ...(unless === undefined ? {} : { severity: 'info' as const }),
    };
    return;
  }
  const reason =
    first?.outcome.kind === 'unknown' ? `${first.field} is ${shown(first.node)}, but ${first.outcome.because}` : `${listed(fields, 'or')} is not given`;
  yield {
    span: first?.node.span ?? fieldSpan(facts, fieldPath(field)),
    message: `${reason}, so nobody can tell whether the firm belongs to ${whose}, which asks for ${asked}. Fill it in if it is known.`,
    data: { field },
    severity: 'info',
  };
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
