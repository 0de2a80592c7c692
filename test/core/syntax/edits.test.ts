import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownParsers } from '../../../server/src/core/syntax/markdown-parser.ts';
import { parseSyntax, type SyntaxDocument } from '../../../server/src/core/syntax/syntax-document.ts';
import { factsOf } from '../../support/block-facts.ts';
import { factsOfWhole } from '../../support/whole-document.ts';
import { PROJECT_ROOT } from '../../support/workspace.ts';

/*
 * What holds our reading of documents to the reference, unified and remark-parse over the whole text. Pieces of the example
 * cases are edited over and over, and after each edit what was read of the change must be what the reference reads of all.
 */

/** All edits of one run of the tests; more by the environment, as for a night. */
const EDITS = Number(process.env.EDITS ?? 50_000);
const EDITS_OF_A_PIECE = 40;
/** Each is a test of its own, between which the worker can answer the runner: one test would keep it silent for a minute. */
const PARTS = Array.from({ length: 10 }, (_, index) => index + 1);
/** Characters: a heading and a paragraph or two, so that the reference can be asked so often. */
const PIECE = 600;

const parsers = createMarkdownParsers();

const FRONT_MATTER = '---\ncase: one\n---\n';

/** Pieces of all example cases, cut at blank lines, and some of Markdown that the examples have too little of. */
const PIECES = [
  ...['danish-smes', 'estonian-globalizers'].flatMap((study) => {
    const folder = path.join(PROJECT_ROOT, 'examples', study);
    return readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? piecesOf(readFileSync(path.join(folder, name), 'utf8')) : []));
  }),
  'Some *emphasis* and **more** of it [@a].\n\n- an item with :P4[a mark]{supports}\n- another\n  that goes on\n\n1. first\n2. second\n\n> Quoted [@b, p. 3].\n> More.\n',
  ':::P3{supports src="a b"}\nIn a container [@a].\n\n- with a list\n:::\n\n<!-- a comment\n\nover lines -->\n\n```\ncode\n```\n\n## Mode :P6\n\nText.\n',
  'See [link] and [@a].\n\n[link]: https://example.org\n\n[@a]: #there\n\n<div>\n\nText in [Link].\n',
];

function piecesOf(text: string): string[] {
  const body = text.slice(text.indexOf('\n---\n', 4) + 5);
  return Array.from(body.matchAll(new RegExp(`[^]{1,${PIECE}}(?=\\n\\n|$)\\n*`, 'g')), ([piece]) => piece);
}

/** What authors type and paste, and what turns one thing into another. */
const TYPED = [
  'a', 'b c', ' ', '  ', '    ', '.', '\n', '\n', '\n\n', '\r\n', '#', '## ', '- ', '* ', '> ', '1. ', ':', ':P4[', ':P4', ':::P3\n', '\n:::\n', ':::', '::P2', '[', ']', '[@a]', '@',
  '{', '}', '{supports}', '*', '**', '_', '`', '```', '\n```\n', '~~~', '<!--', '-->', '<div>', '</div>', '<', '---', '===', '\\', '\t', '&amp;', 'TODO', '…', '[@a]: #x\n', '[link]: #x\n',
  '[Link]', '](', '😀', '\u00a0', 'Ø',
]; // prettier-ignore

const edit = fc.record({ at: fc.nat(10_000), remove: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(3), fc.nat(60)), insert: fc.constantFrom('', ...TYPED) });

describe('reading of a new version only what changed', () => {
  it.each(PARTS)(
    `says what unified and remark-parse say of the whole text: part %i of ${PARTS.length}`,
    (part) => {
      let compared = 0;
      fc.assert(
        fc.property(fc.constantFrom(...PIECES), fc.array(edit, { minLength: EDITS_OF_A_PIECE, maxLength: EDITS_OF_A_PIECE }), (piece, edits) => {
          let document: SyntaxDocument | undefined;
          let body = piece;
          for (const { at, remove, insert } of edits) {
            const place = at % (body.length + 1);
            body = body.slice(0, place) + insert + body.slice(place + remove);
            const text = FRONT_MATTER + body;
            document = parseSyntax(text, parsers, document);
            const [found, expected] = [factsOf(document.blocks), factsOfWhole(text)];
            // Looking for the difference takes longer than everything else.
            if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
            compared += 1;
          }
        }),
        { numRuns: Math.ceil(EDITS / PARTS.length / EDITS_OF_A_PIECE), seed: (fc.readConfigureGlobal().seed ?? 0) + part },
      );
      expect(compared).toBeGreaterThanOrEqual(EDITS / PARTS.length);
    },
    600_000,
  );

  it('says what it says of the whole text where there is too much for the parser, too', () => {
    const few = createMarkdownParsers(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(PIECES, { minLength: 2, maxLength: 4 }), fc.array(edit, { minLength: 5, maxLength: 20 }), (pieces, edits) => {
        let document: SyntaxDocument | undefined;
        let body = pieces.join('\n\n`code`\n\n');
        for (const { at, remove, insert } of edits) {
          const place = at % (body.length + 1);
          body = body.slice(0, place) + insert + body.slice(place + remove);
          document = parseSyntax(FRONT_MATTER + body, few, document);
          const anew = parseSyntax(FRONT_MATTER + body, few);
          expect(factsOf(document.blocks)).toEqual(factsOf(anew.blocks));
          expect(anew.blocks.filter(({ block }) => block.reading === 'parser').length).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 60 },
    );
  });
});
