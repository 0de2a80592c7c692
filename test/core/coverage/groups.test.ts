import { describe, expect, it } from 'vitest';
import { explainStatus } from '../../../server/src/core/report/explain-status.ts';
import { analyse } from '../../support/workspace.ts';

const PACK = `id: own
title: Own
source: {authors: [Me], year: 2020, title: T}
kind: knowledge-types
items:
  - {id: K1, label: Knowledge, statement: S, at: p. 1}
  - {id: K2, parent: K1, label: Market knowledge, statement: S, at: p. 1}
  - {id: K3, parent: K2, label: Customer knowledge, statement: S, at: p. 1}
`;
const STUDY = { 'casewright.yaml': 'frameworks: [./own.yaml]\n', 'own.yaml': PACK };
const words = (count: number): string => 'word '.repeat(count).trim();

/** Checks the items of a small hierarchy (K3 is a part of K2, K2 of K1): status, words, sources and stances of each. */
async function check(body: string, expected: Readonly<Record<string, string>>): Promise<void> {
  const head = '---\ncase: one\nframeworks: [own]\nsources:\n  - {id: int, kind: interview}\n  - {id: web, kind: documentation}\n---\n\n';
  const { coverage } = await analyse(head + body, STUDY);
  const shown = coverage.items.map(({ entry, status, words: count, sources, stances }) => [
    entry.item.id,
    [status, count, ...sources, ...(stances.supports > 0 ? ['supports'] : [])].join(' '),
  ]);
  expect(Object.fromEntries(shown)).toEqual(expected);
}

/** Checks which items are named as missing in a case without text. */
async function checkMissing(fields: string, expected: readonly string[]): Promise<void> {
  const { findings } = await analyse(`---\ncase: one\nframeworks: [own]\n${fields}---\n`, STUDY);
  expect(findings.flatMap(({ rule, data }) => (rule === 'coverage/missing' ? [data?.item] : []))).toEqual(expected);
}

describe('a group', () => {
  it('is covered by text about its parts, at any depth', () =>
    check(`:K3[${words(40)} [@int]]`, { K1: 'evidenced 40 int', K2: 'evidenced 40 int', K3: 'evidenced 40 int' }));
  it('does not cover its parts', () => check(`:K1[${words(50)}]`, { K1: 'addressed 50', K2: 'missing 0', K3: 'missing 0' }));
  it('counts text about several of its parts once, and all their sources', () =>
    check(`:K2[:K3[${words(30)} [@int]] ${words(20)} [@web]]`, { K1: 'triangulated 50 int web', K2: 'triangulated 50 int web', K3: 'thin 30 int' }));
  it('lists the sources of its own text and of its parts in the order in which the text cites them', () =>
    check(`:K3[${words(40)} [@web]]\n\n:K2[${words(40)} [@int]]`, {
      K1: 'triangulated 80 web int',
      K2: 'triangulated 80 web int',
      K3: 'evidenced 40 web',
    }));
  it('is not named as missing beside its parts', () => checkMissing('', ['K3']));
  it('is named itself where all its parts are set aside', async () => {
    await checkMissing('findings: {K3: {verdict: not-applicable, because: No data}}\n', ['K2']);
    const both = 'K2: {verdict: not-applicable, because: No data}, K3: {verdict: not-applicable, because: No data}';
    await checkMissing(`findings: {${both}}\n`, ['K1']);
  });
  it('is not called thin beside the empty sections of its parts', async () => {
    const sections = '## Knowledge\n\n### Market knowledge\n\n### Customer knowledge\n';
    const { findings } = await analyse(`---\ncase: one\nframeworks: [own]\n---\n\n${sections}`, {
      'casewright.yaml': 'frameworks: [./own.yaml]\n',
      'own.yaml': PACK,
    });
    expect(findings.filter(({ rule }) => rule === 'coverage/thin')).toEqual([]);
    expect(findings.filter(({ rule }) => rule === 'structure/empty-section')).not.toEqual([]);
  });
  it('takes no stance from its parts', () => check(`:K3[${words(40)}]{supports}`, { K1: 'addressed 40', K2: 'addressed 40', K3: 'addressed 40 supports' }));
  it('says in how many places the text about it and its parts stands', async () => {
    const head = '---\ncase: one\nframeworks: [own]\n---\n\n';
    const { coverage, sources } = await analyse(`${head}:K2[${words(30)}] and :K3[${words(30)}]\n`, STUDY);
    expect(coverage.items.slice(0, 1).map((item) => explainStatus(item, sources, 40))).toEqual([expect.stringContaining('60 words in 2 places')]);
  });
});
