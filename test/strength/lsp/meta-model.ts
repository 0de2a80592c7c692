import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A type of the protocol's own description, as far as messages from a server need it. */
type Type =
  | { readonly kind: 'base'; readonly name: 'string' | 'boolean' | 'integer' | 'uinteger' | 'decimal' | 'null' | 'URI' | 'DocumentUri' | 'RegExp' }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'array'; readonly element: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'or' | 'and' | 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'literal'; readonly value: { readonly properties: readonly Property[] } }
  | { readonly kind: 'stringLiteral'; readonly value: string };

interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
}

interface Message {
  readonly method: string;
  readonly from: 'client' | 'server' | 'both';
  readonly params?: Type;
  readonly result?: Type;
}

interface MetaModel {
  readonly requests: readonly Message[];
  readonly notifications: readonly Message[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly {
    readonly name: string;
    readonly type: Type;
    readonly supportsCustomValues?: boolean;
    readonly values: readonly unknown[];
  }[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}

const MODEL = JSON.parse(readFileSync(path.join(import.meta.dirname, 'meta-model.json'), 'utf8')) as MetaModel;
const STRUCTURES: ReadonlyMap<string, Structure> = new Map(MODEL.structures.map((structure) => [structure.name, structure]));
const ALIASES: ReadonlyMap<string, Type> = new Map(MODEL.typeAliases.map(({ name, type }) => [name, type]));
const ENUMERATIONS: ReadonlyMap<string, MetaModel['enumerations'][number]> = new Map(MODEL.enumerations.map((one) => [one.name, one]));

/** Every request that a client may send. */
export const CLIENT_REQUESTS: readonly string[] = MODEL.requests.filter(({ from }) => from !== 'server').map(({ method }) => method);

/** What is wrong with a server's answer to a request of the protocol; empty when nothing is. */
export function problemsOfResult(method: string, result: unknown): string[] {
  const type = MODEL.requests.find((request) => request.method === method)?.result;
  return type ? problems(type, result, `result of ${method}`) : [`the protocol knows no request ${method}`];
}

/** What is wrong with a request or notification that a server sends. */
export function problemsOfMessage(kind: 'request' | 'notification', method: string, params: unknown): string[] {
  const known = kind === 'request' ? MODEL.requests : MODEL.notifications;
  const message = known.find((one) => one.method === method && one.from !== 'client');
  if (!message) return [`the protocol lets no server send the ${kind} ${method}`];
  return message.params ? problems(message.params, params, `params of ${method}`) : params == null ? [] : [`${method} takes no params`];
}

function problems(type: Type, value: unknown, at: string): string[] {
  switch (type.kind) {
    case 'base':
      return isBase(type.name, value) ? [] : [`${at}: ${shown(value)} is no ${type.name}`];
    case 'stringLiteral':
      return value === type.value ? [] : [`${at}: ${shown(value)} is not “${type.value}”`];
    case 'array':
      return Array.isArray(value) ? value.flatMap((item, index) => problems(type.element, item, `${at}[${index}]`)) : [`${at}: ${shown(value)} is no array`];
    case 'tuple':
      return Array.isArray(value) && value.length === type.items.length
        ? type.items.flatMap((item, index) => problems(item, value[index], `${at}[${index}]`))
        : [`${at}: ${shown(value)} is no tuple of ${type.items.length}`];
    case 'map':
      return isObject(value)
        ? Object.entries(value).flatMap(([key, item]) => [...problems(type.key, key, `key of ${at}`), ...problems(type.value, item, `${at}.${key}`)])
        : [`${at}: ${shown(value)} is no object`];
    case 'literal':
      return problemsOfObject(type.value.properties, value, at);
    case 'or': {
      const attempts = type.items.map((item) => problems(item, value, at));
      // The alternative that comes closest says best what is wrong.
      return attempts.reduce((best, attempt) => (attempt.length < best.length ? attempt : best));
    }
    case 'and':
      return problemsOfObject(type.items.flatMap(propertiesOf), value, at);
    case 'reference':
      return problemsOfReference(type.name, value, at);
  }
}

function problemsOfReference(name: string, value: unknown, at: string): string[] {
  const enumeration = ENUMERATIONS.get(name);
  if (enumeration) {
    const isKnown = enumeration.values.includes(value) || enumeration.supportsCustomValues === true;
    return [...problems(enumeration.type, value, at), ...(isKnown ? [] : [`${at}: ${shown(value)} is no ${name}`])];
  }
  // Anything that JSON can say.
  if (name === 'LSPAny') return value === undefined ? [`${at} is missing`] : [];
  const alias = ALIASES.get(name);
  return alias ? problems(alias, value, at) : problemsOfObject(propertiesOf({ kind: 'reference', name }), value, at);
}

function problemsOfObject(properties: readonly Property[], value: unknown, at: string): string[] {
  if (!isObject(value)) return [`${at}: ${shown(value)} is no object`];
  const names = new Set(properties.map(({ name }) => name));
  const unknown = Object.keys(value).filter((key) => !names.has(key));
  return [
    ...unknown.map((key) => `${at}.${key} is not of the protocol`),
    ...properties.flatMap(({ name, type, optional }) => {
      if (value[name] !== undefined) return problems(type, value[name], `${at}.${name}`);
      return optional ? [] : [`${at}.${name} is missing`];
    }),
  ];
}

/** The properties of a structure, with those of the structures that it is made from; its own come first and win. */
function propertiesOf(type: Type): Property[] {
  const structure = type.kind === 'reference' ? STRUCTURES.get(type.name) : undefined;
  if (!structure) throw new Error(`The meta model has no structure ${JSON.stringify(type)}.`);
  const inherited = [...(structure.extends ?? []), ...(structure.mixins ?? [])].flatMap(propertiesOf);
  return [...structure.properties, ...inherited.filter(({ name }) => !structure.properties.some((own) => own.name === name))];
}

function isBase(name: string, value: unknown): boolean {
  if (name === 'null') return value === null;
  if (name === 'boolean') return typeof value === 'boolean';
  if (name === 'decimal') return typeof value === 'number';
  if (name === 'integer') return Number.isInteger(value);
  if (name === 'uinteger') return Number.isInteger(value) && (value as number) >= 0;
  if (name === 'URI' || name === 'DocumentUri') return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(value);
  return typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
}
