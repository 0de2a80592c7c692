import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { EXAMPLES, runCli, Study } from './study.ts';

interface Published {
  readonly json: Readonly<Record<string, unknown>>;
  readonly accepts: (value: unknown) => boolean;
}

/**
 * A published JSON Schema, as a program that knows nothing of Casewright reads it. Patterns with \\p{…} are left out:
 * JSON Schema reads them as Unicode patterns, which this reader does not.
 */
function published(name: string): Published {
  const text = readFileSync(path.join(PROJECT_ROOT, 'schemas', `${name}.schema.json`), 'utf8');
  const json = JSON.parse(text, (key, value: unknown) =>
    key === 'pattern' && String(value).includes(String.raw`\p{`) ? undefined : value,
  ) as Published['json'];
  const schema = z.fromJSONSchema(json);
  return { json, accepts: (value) => schema.safeParse(value).success };
}

const yamlFiles = (folder: string): string[] => readdirSync(path.join(PROJECT_ROOT, folder)).map((name) => `${folder}/${name}`);
const readYaml = (file: string): unknown => parse(readFileSync(path.join(PROJECT_ROOT, file), 'utf8'));

describe('the published schemas', () => {
  it('are up to date with the code', async () => {
    await promisify(execFile)(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: PROJECT_ROOT });
  });
  it.each(['front-matter', 'framework-pack', 'casewright', 'template', 'check-report', 'coverage-report'])('say what they are: %s', (name) => {
    expect(published(name).json).toMatchObject({
      $id: `urn:casewright:schema:${name}`,
      title: expect.stringMatching(/./),
      description: expect.stringMatching(/./),
    });
  });
  it('accept what the program prints', async () => {
    const check = await runCli(['check', EXAMPLES, '--format', 'json']);
    const coverage = await runCli(['coverage', EXAMPLES, '--format', 'json']);
    expect(published('check-report').accepts(JSON.parse(check.stdout))).toBe(true);
    expect(published('coverage-report').accepts(JSON.parse(coverage.stdout))).toBe(true);
    expect(published('coverage-report').accepts(JSON.parse(check.stdout))).toBe(false);
  });
  it.each(yamlFiles('frameworks'))('accept %s', (file) => {
    expect(published('framework-pack').accepts(readYaml(file))).toBe(true);
  });
  it.each(yamlFiles('templates'))('accept %s', (file) => {
    expect(published('template').accepts(readYaml(file))).toBe(true);
  });
  it('accept the front matter of the examples', () => {
    for (const name of readdirSync(path.join(EXAMPLES, 'danish-smes')).filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(path.join(EXAMPLES, 'danish-smes', name), 'utf8');
      expect(published('front-matter').accepts(parse(text.split(/^---$/m)[1] ?? '')), name).toBe(true);
    }
  });
  it.each([
    [
      'the configuration of the design',
      'frameworks: [policy-themes]\nrules: {evidence/one-sided: off, coverage/thin: {severity: warning, min_words: 60}}\ngates: {addressed: 100, per_item: {P7: evidenced}}',
      true,
    ],
    ['a rule that does not exist', 'rules: {coverage/thinn: off}', false],
    ['an option that a rule does not take', 'rules: {coverage/missing: {min_words: 60}}', false],
    ['a gate over 100', 'gates: {addressed: 101}', false],
  ])('and the program agree on %s', async (_, config, isGood) => {
    expect(published('casewright').accepts(parse(config))).toBe(isGood);
    const { stderr } = await new Study({ 'casewright.yaml': config, 'a.md': '---\ncase: a\n---\n' }).run(['check']);
    expect(stderr === '').toBe(isGood);
  });
});
