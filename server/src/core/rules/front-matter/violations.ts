import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { validate, type Violation, type ViolationKind } from '../../syntax/validate.ts';
import type { YamlNode } from '../../syntax/yaml-node.ts';
import type { CaseFacts } from '../rule.ts';

/**
 * Where the front matter does not fit its schema. A field without a value counts as not given, since authors fill in
 * prepared fields one by one; and what stands behind a place that could not be read is not judged.
 */
export function frontMatterViolations(facts: CaseFacts, kind: ViolationKind): Violation[] {
  const { fields, syntax } = facts.model;
  const readable = syntax.frontMatter?.problems[0]?.span.start ?? Infinity;
  return validate(withoutBlanks(fields), frontMatterSchema).violations.filter((violation) => violation.kind === kind && violation.span.start < readable);
}

function withoutBlanks(node: YamlNode): YamlNode {
  if (node.kind === 'seq') return { ...node, items: node.items.map(withoutBlanks) };
  if (node.kind === 'scalar') return node;
  const filled = node.entries.filter(({ value }) => value.kind !== 'scalar' || value.value !== null);
  return { ...node, entries: filled.map((entry) => ({ ...entry, value: withoutBlanks(entry.value) })) };
}
