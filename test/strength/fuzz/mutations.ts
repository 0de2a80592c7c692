import fc from 'fast-check';

/** Pieces that open, close, repeat and break what cases, packs, configurations and templates consist of. */
export const SHREDS: readonly string[] = [
  '',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '  ',
  '\t',
  '---\n',
  '...\n',
  ':',
  ': ',
  '- ',
  '? ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '|\n',
  '>-\n',
  '#',
  '&a ',
  '*a',
  '*a\n',
  '!!map ',
  '!!binary ',
  '%YAML 1.1\n',
  '<<: *a\n',
  '__proto__: {x: 1}\n',
  'constructor: {}\n',
  'toString: x\n',
  'null',
  '~',
  '-1',
  '1e400',
  '.inf',
  '0x1F',
  '2011-12-01',
  '99999999999999999999',
  ':::P3\n',
  ':::\n',
  '::::P3{supports}\n',
  ':P4[',
  ':P9',
  ']{supports}',
  '{src="a b"}',
  '[@',
  '[@x; @y, p. 4]',
  '@',
  '# ',
  '## Timing\n',
  '===\n',
  '```\n',
  '~~~\n',
  '<!--',
  '-->',
  '<!-- casewright-disable-next-line coverage/thin -->\n',
  '<!-- casewright-disable evidence/one-sided -- x -->\n',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](command:workbench.action.quit)',
  '[a]: b\n',
  '![',
  '\\',
  '|a|b|\n|-|-|\n',
  '> ',
  '1. ',
  '*',
  '_',
  '`',
  '$1',
  '${1:x}',
  '…',
  'TODO',
  '😀',
  '\uD800',
  '\uDC00',
  '\uFEFF',
  '\0',
  '\u202E',
  '\u2028',
  '\u0085',
  'é',
  'İ',
  'ﬃ',
  ' ',
  'frameworks: [policy-themes, ./own.yaml]\n',
  'template: ./template.yaml\n',
  'extends: ./casewright.yaml\n',
  'case: x\n',
  'parent: P1\n',
  'cues: ["(a+)+$"]\n',
];

/** One change of a text: at a share of its length, so many characters replaced by a shred. */
export interface Mutation {
  readonly at: number;
  readonly remove: number;
  readonly shred: string;
  readonly times: number;
}

/** Changes as by a cat on the keyboard, with some pieces besides the shreds: mostly small, now and then a piece many times over. */
export const mutationWith = (pieces: readonly string[]): fc.Arbitrary<Mutation> =>
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof({ weight: 5, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(2_000) }),
    shred: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...SHREDS) },
      ...(pieces.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...pieces) }] : []),
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    times: fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 400 }) }),
  });

/** The same with the shreds alone. */
export const mutation: fc.Arbitrary<Mutation> = mutationWith([]);

/** A text after the changes, each at its place in what the one before left. */
export function mutated(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((current, { at, remove, shred, times }) => {
    const start = Math.floor(at * current.length);
    return current.slice(0, start) + shred.repeat(times) + current.slice(start + remove);
  }, text);
}
