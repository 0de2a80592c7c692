import { stringify } from 'yaml';

/** A value to be written as YAML: text that already is YAML, or a group of fields. */
export type YamlSource = string | YamlGroup;
export type YamlGroup = readonly (readonly [key: string, value: YamlSource])[];

/** A word or sentence as YAML on one line, with quotation marks where it needs them, also between braces or brackets. */
export function yamlScalar(text: string): string {
  return yamlInFlow(text.replace(/\s+/g, ' ').trim());
}

/** Data as YAML on one line, as it may stand between braces or brackets. */
export function yamlInFlow(data: unknown): string {
  return stringify([data], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim().slice(1, -1);
}

/** On one line: `{kind: interview, date: 2011}`. */
export function inFlow(value: YamlSource): string {
  return typeof value === 'string' ? value : `{${value.map(([key, field]) => `${key}: ${inFlow(field)}`).join(', ')}}`;
}

/**
 * What stands behind `key:` when each field of a group has a line of its own. Groups in the group go on one line.
 * @param indent what the lines of the group begin with
 */
export function behindKey(value: YamlSource, indent: string, eol: string): string {
  if (typeof value === 'string') return value === '' || value.startsWith(eol) ? value : ` ${value}`;
  return value.map(([key, field]) => `${eol}${indent}${key}: ${inFlow(field)}`).join('');
}
