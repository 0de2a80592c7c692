import { oncePer } from '../memory/once-per.ts';
import type { YamlMap, YamlNode, YamlScalar } from './yaml-node.ts';

/** A JSON Schema, as far as the forms that are made from our schemas use it (scripts/lib/forms.mjs). */
export interface Form {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Form[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Form;
  readonly properties?: Readonly<Record<string, Form>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Form;
}

/**
 * Whether a value has a form: the same as a comparison with the schema that the form was made from, but without what is
 * wrong. That takes no library, and most values that are compared are right.
 */
export function fitsForm(node: YamlNode, form: Form): boolean {
  const { type, anyOf, items } = form;
  if (anyOf) return anyOf.some((choice) => fitsForm(node, choice));
  if (type !== undefined && !(typeof type === 'string' ? isOf(node, type) : type.some((one) => isOf(node, one)))) return false;
  if (node.kind === 'scalar') return scalarFits(node, form);
  if (node.kind === 'map') return mapFits(node, form);
  return items === undefined || node.items.every((item) => fitsForm(item, items));
}

function isOf(node: YamlNode, type: string): boolean {
  switch (type) {
    case 'object':
      return node.kind === 'map';
    case 'array':
      return node.kind === 'seq';
    case 'string':
      return node.kind === 'scalar' && typeof node.value === 'string';
    case 'number':
      return node.kind === 'scalar' && Number.isFinite(node.value);
    case 'integer':
      return node.kind === 'scalar' && Number.isSafeInteger(node.value);
    default:
      return false;
  }
}

function scalarFits({ value }: YamlScalar, form: Form): boolean {
  if (typeof value === 'string') return (form.enum?.includes(value) ?? true) && (form.pattern === undefined || patternOf(form).test(value));
  return typeof value !== 'number' || (value >= (form.minimum ?? -Infinity) && value <= (form.maximum ?? Infinity));
}

/** Without state: a pattern is only ever tested from the start of a text. */
const patternOf = oncePer(({ pattern = '' }: Form) => new RegExp(pattern, 'u'));

function mapFits({ entries }: YamlMap, { properties = {}, additionalProperties = true, required = [] }: Form): boolean {
  for (const { key, value } of entries) {
    const form = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    // A name that may be any but this one: see `keysPassedOver` of validate.ts.
    if (form === false || (key === '__proto__' && typeof form === 'object')) return false;
    if (typeof form === 'object' && !fitsForm(value, form)) return false;
  }
  return required.every((key) => entries.some((entry) => entry.key === key));
}
