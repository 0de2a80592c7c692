import { oncePer } from '../../memory/once-per.ts';
import form from '../../model/front-matter.form.json';
import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { fitsForm } from '../../syntax/fits-form.ts';
import { validate, type Violation, type ViolationKind } from '../../syntax/validate.ts';
import type { YamlMap, YamlNode } from '../../syntax/yaml-node.ts';
import type { FrontMatterFacts } from '../rule.ts';

/**
 * Where the front matter does not fit its schema. A field without a value counts as not given, since authors fill in
 * prepared fields one by one; and what stands behind a place that could not be read is not judged.
 */
export function frontMatterViolations({ model }: Pick<FrontMatterFacts, 'model'>, kind: ViolationKind): Violation[] {
  const readable = model.frontMatter.problems[0]?.span.start ?? Infinity;
  return violationsOf(model.fields).filter((violation) => violation.kind === kind && violation.span.start < readable);
}

/** All violations; three rules look at them, each at those of one kind. */
const violationsOf = oncePer((fields: YamlMap): readonly Violation[] => {
  const given = withoutBlanks(fields);
  return fitsForm(given, form) ? [] : validate(given, frontMatterSchema()).violations;
});

function withoutBlanks(node: YamlNode): YamlNode {
  if (node.kind === 'seq') return { ...node, items: node.items.map(withoutBlanks) };
  if (node.kind === 'scalar') return node;
  const filled = node.entries.filter(({ value }) => value.kind !== 'scalar' || value.value !== null);
  return { ...node, entries: filled.map(({ key, keySpan, value }) => ({ key, keySpan, value: withoutBlanks(value) })) };
}
