import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import { readSections } from '../support/markdown.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

/** An example of a rule's page: a case, and the files that stand beside it. */
export interface PageExample {
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What a rule's page says, as far as it can be held against the code. */
export interface RulePage {
  readonly heading: string;
  /** The line below the heading. */
  readonly summary: string;
  readonly fails: readonly PageExample[];
  readonly passes: readonly PageExample[];
  readonly sections: ReadonlyMap<string, string>;
}

/** One option as the page's table gives it, or as the code does. */
export interface OptionRow {
  readonly name: string;
  readonly default: string;
  readonly description: string;
}

/** Reads docs/rules/<area>/<what>.md; undefined when there is no such page. */
export function readRulePage(id: string): RulePage | undefined {
  const file = path.join(PROJECT_ROOT, 'docs/rules', `${id}.md`);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const sections = readSections(text);
  const [heading = '', summary = ''] = text.split('\n').filter((line) => line.trim() !== '');
  return {
    heading: heading.replace(/^# /, ''),
    summary,
    fails: readExamples(sections.get('Fails') ?? ''),
    passes: readExamples(sections.get('Passes') ?? ''),
    sections,
  };
}

/**
 * The examples of a section. A block of Markdown is an example; a block with a file name behind its language is a file
 * that stands beside every example of the section.
 */
function readExamples(section: string): PageExample[] {
  const blocks = [...section.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(([, language, name, text = '']) => ({ language, name, text }));
  const files = Object.fromEntries(blocks.flatMap(({ name, text }) => (name === undefined ? [] : [[name, text]])));
  return blocks.flatMap(({ language, name, text }) => (language === 'markdown' && name === undefined ? [{ text, files }] : []));
}

/** The rows of the table of options in a page's section on configuration. */
export function optionRows(configuration: string): OptionRow[] {
  const rows = configuration.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => {
    const [name = '', byDefault = '', description = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { name: name.replaceAll('`', ''), default: byDefault.replaceAll('`', ''), description };
  });
}

/** The options of a rule, from its schema. */
export function optionsOf(rule: Rule): OptionRow[] {
  const schema = z.toJSONSchema(rule.options, { io: 'input' });
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { default: byDefault, description } = property as { default?: unknown; description?: string };
    return { name, default: shownDefault(byDefault), description: description ?? '' };
  });
}

/** A default as a page writes it: in the short form of YAML. */
function shownDefault(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, part]) => `${key}: ${String(part)}`)
    .join(', ')}}`;
}
