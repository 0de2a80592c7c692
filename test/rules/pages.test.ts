import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../server/src/core/rules/all-rules.ts';
import { readMarkers } from '../support/marked-text.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { check } from './check.ts';
import { optionRows, optionsOf, readRulePage } from './rule-page.ts';

const SECTIONS = ['Why it matters', 'Fails', 'Passes', 'How to fix', 'Configuration'];

describe.each(allRules)('the page of $id', (rule) => {
  const page = readRulePage(rule.id);

  it('says what the rule asks for', () => {
    expect(page, `There is no docs/rules/${rule.id}.md.`).toBeDefined();
    expect(page?.heading).toBe(rule.id);
    expect(page?.summary).toBe(`${rule.title}.`);
    expect([...(page?.sections.keys() ?? [])].filter(Boolean)).toEqual(SECTIONS);
    for (const heading of SECTIONS) expect(page?.sections.get(heading)?.trim(), heading).not.toBe('');
  });

  it('gives its severity and its options as they are', () => {
    const configuration = page?.sections.get('Configuration') ?? '';
    expect(configuration).toContain(`Default severity: **${rule.severity}**.`);
    expect(optionRows(configuration)).toEqual(optionsOf(rule));
  });

  it('shows failing examples that fail where they are marked', async () => {
    expect(page?.fails).not.toEqual([]);
    for (const { text, files } of page?.fails ?? []) {
      expect(readMarkers(text).ranges).not.toEqual([]);
      const findings = await check(rule.id, text, files);
      for (const { message } of findings) expect(message).toMatch(/\.$|\?$|…$/);
    }
  });

  it('shows passing examples that pass', async () => {
    expect(page?.passes).not.toEqual([]);
    for (const { text, files } of page?.passes ?? []) {
      expect(readMarkers(text).ranges).toEqual([]);
      await check(rule.id, text, files);
    }
  });
});

describe('the list of rules', () => {
  it('names every rule with its severity and what it asks for, in the order in which they are checked', () => {
    const readme = readFileSync(path.join(PROJECT_ROOT, 'docs/rules/README.md'), 'utf8');
    const rows = readme.split('\n').filter((line) => line.startsWith('| ['));
    const cells = rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells).toEqual(allRules.map(({ id, severity, title }) => [`[${id}](${id}.md)`, severity, title]));
  });

  it('has no rule twice', () => {
    const ids = allRules.map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
