import { onFirstUse } from '../../memory/once-per.ts';
import type { YamlMap, YamlNode } from '../../syntax/yaml-node.ts';

/** What a front matter holds beyond facts about the firm and its way abroad: nothing to group cases by. */
const NOT_FIELDS = ['findings', 'sources', 'figures', 'abstract', 'bibliography', 'header-includes'];
/** Characters of a value; longer ones are running text. */
const LONGEST = 200;

/**
 * The simple values of a front matter by dotted key, to group and sort cases by. A list becomes one value, its entries
 * in alphabetical order, so that cases with the same ones stand together; a list of entries with keys of their own
 * becomes one value for each key (`internationalization.markets.mode`).
 */
export function simpleFields(fields: YamlMap): Record<string, string | number> {
  const values = new Map<string, Set<string | number>>();
  for (const entry of fields.entries) if (!NOT_FIELDS.includes(entry.key)) collect(entry.value, entry.key, values);
  return Object.fromEntries([...values].flatMap(([key, found]) => (found.size === 0 ? [] : [[key, joined([...found])]])));
}

function collect(node: YamlNode, key: string, values: Map<string, Set<string | number>>): void {
  if (node.kind === 'map') for (const entry of node.entries) collect(entry.value, `${key}.${entry.key}`, values);
  else if (node.kind === 'seq') for (const item of node.items) collect(item, key, values);
  else {
    const value = simple(node.value);
    if (value !== undefined) values.set(key, (values.get(key) ?? new Set()).add(value));
  }
}

function simple(value: unknown): string | number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST ? value.trim() : undefined;
}

function joined(values: readonly (string | number)[]): string | number {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values.map(String).sort(byName().compare).join(', ');
}

/** Made once: making it takes longer than all the comparing of a case. */
const byName = onFirstUse(() => new Intl.Collator('en', { numeric: true }));
