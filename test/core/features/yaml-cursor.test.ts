import { describe, expect, it } from 'vitest';
import { scanYaml } from '../../../server/src/core/features/complete/scan-yaml.ts';
import { withCursor } from '../../support/features.ts';

/** The cursor as "key firm.| «na»": its kind, path and word. */
function check(marked: string, expected: string | undefined): void {
  for (const eol of ['\n', '\r\n']) {
    const { text, offset } = withCursor(marked.replaceAll('\n', eol));
    const { cursor } = scanYaml(text, { start: 0, end: text.length }, offset);
    const shown =
      cursor &&
      `${cursor.kind} ${cursor.path.join('.')} «${text.slice(cursor.word.start, cursor.word.end)}»${cursor.isMarked ? '!' : ''}${cursor.mayBeKey ? '?' : ''}`;
    expect(shown, marked).toBe(expected);
  }
}

describe('the cursor in YAML', () => {
  it('is on a new key at the top, in a group and in a list’s entry', () => {
    check('case: x\n<|>', 'key  «»');
    check('case: x\nti<|>\nfirm: {}', 'key  «ti»');
    check('firm:\n  <|>', 'key firm «»');
    check('firm:\n  name: x\n  co<|>', 'key firm «co»');
    check('firm:\n  name: x\n<|>', 'key  «»');
    check('sources:\n  - id: a\n    <|>', 'key sources.0 «»');
    check('sources:\n  - id: a\n  - id: b\n    ki<|>', 'key sources.1 «ki»');
    check('sources:\n- id: a\n  <|>', 'key sources.0 «»');
    check('sources:\n  - id: a\n  <|>', 'key sources «»');
    check('findings:\n  P1: {}\n  <|>', 'key findings «»');
  });
  it('is on a key between braces', () => {
    check('firm: {<|>}', 'key firm «»');
    check('firm: {name: x, co<|>', 'key firm «co»');
    check('sources:\n  - {id: a}\n  - {id: b, <|>}\n  - {id: c}', 'key sources.1 «»');
    check('sources: [{id: a}, {ki<|>}]', 'key sources.1 «ki»');
    check('findings:\n  P1: {value: x, <|>\n  P2: {value: y}', 'key findings.P1 «»');
    check('firm: {name: "a, b: {", co<|>}', 'key firm «co»');
    check('firm: {\n  name: x,\n  <|>\n}', 'key firm «»');
    check('firm: {na<|>me: x}', 'key firm «name»!');
  });
  it('is on a key that has its colon', () => {
    check('ca<|>se: x', 'key  «case»!');
  });
  it('is on a value behind a colon, a dash or a comma', () => {
    check('case: <|>', 'value case «»');
    check('case:<|>', 'value case «»');
    check('case: x<|>y # no', 'value case «xy»');
    check('case: "x<|>"', 'value case «x»!');
    check('case: "x<|>', 'value case «x»!');
    check('frameworks:\n  - <|>', 'value frameworks.0 «»?');
    check('frameworks:\n  - a\n  - b<|>', 'value frameworks.1 «b»?');
    check('frameworks: [<|>]', 'value frameworks.0 «»');
    check('frameworks: [a, <|>', 'value frameworks.1 «»');
    check('frameworks: [a, b<|>]', 'value frameworks.1 «b»');
    check('sources:\n  - {id: a, kind: inter<|>}', 'value sources.0.kind «inter»');
    check('sources:\n  - {id: a, kind:<|>, date: 2011}', 'value sources.0.kind «»');
    check('findings:\n  P1:\n    verdict: su<|>', 'value findings.P1.verdict «su»');
    check('firm: {a: [x, {b: <|>}]}', 'value firm.a.1.b «»');
  });
  it('is on nothing in comments, block text, behind braces, and behind a word that is done', () => {
    check('case: x # <|>', undefined);
    check('# <|>\ncase: x', undefined);
    check('case: |\n  text <|>\n', undefined);
    check('firm: {a: b} <|>', undefined);
    check('case: x <|>', undefined);
    check('title: x\n  <|>', undefined);
    check('firm: {a: b}\n  <|>', undefined);
  });
  it('finds its way past broken lines', () => {
    check('case: x\nfirm: {name: x\nsources: [{id: <|>', 'value sources.0.id «»');
    check('case: "x\n: : :\n}}\nfirm:\n  na<|>', 'key firm «na»');
  });
});
