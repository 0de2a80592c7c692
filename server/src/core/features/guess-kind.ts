import { SOURCE_KINDS, type SourceKind } from '../model/vocabulary.ts';

const PREFIXES: readonly (readonly [prefix: RegExp, kind: SourceKind])[] = [
  [/^int/i, 'interview'],
  [/^(?:arch|rec)/i, 'archival-records'],
  [/^obs/i, 'direct-observation'],
  [/^part/i, 'participant-observation'],
  [/^(?:obj|artifact)/i, 'physical-artifact'],
];

/** The kind of evidence that a source's id suggests ("int-ceo"): an interview, or else documentation. */
export function guessKind(sourceId: string): SourceKind {
  return PREFIXES.find(([prefix]) => prefix.test(sourceId))?.[1] ?? 'documentation';
}

/** All kinds, the one that the id suggests first. */
export function kindsFor(sourceId: string): readonly SourceKind[] {
  const guess = guessKind(sourceId);
  return [guess, ...SOURCE_KINDS.filter((kind) => kind !== guess)];
}

/** `wanted` with the first number behind it that makes it an id nobody has: "int-1". */
export function freeId(wanted: string, taken: ReadonlySet<string> | ReadonlyMap<string, unknown>): string {
  let number = 1;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
