import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSections } from '../support/markdown.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { filesIn, pages, read } from './files.ts';

interface Manifest {
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: { readonly commands: readonly { readonly title: string; readonly category: string }[] };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const exists = (file: string): boolean => existsSync(path.join(PROJECT_ROOT, file));

/** A page without its fenced blocks and code, in which brackets are no links. */
function prose(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchors(text: string): string[] {
  const headings = prose(text).match(/^#+ .*$/gm) ?? [];
  return headings.map((heading) => heading.replace(/^#+ /, '').toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-')); // prettier-ignore
}

describe('links between pages', () => {
  it.each(pages())('$file links only to what is there', ({ file, text }) => {
    const targets = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '').filter((target) => !/^[a-z]+:/.test(target));
    const dead = targets.filter((target) => {
      const [place = '', anchor] = target.split('#');
      const page = place === '' ? file : path.posix.join(path.posix.dirname(file), place);
      return !exists(page) || (anchor !== undefined && !anchors(read(page)).includes(anchor));
    });
    expect(dead).toEqual([]);
  });
});

describe('what pages name', () => {
  const commandLines = pages().flatMap(({ text }) => [...text.matchAll(/\b(?:npm|npx|node) [^\n`#]+/g)].map((match) => match[0].trim()));

  it('npm scripts that exist', () => {
    const named = commandLines.flatMap((line) => [...line.matchAll(/\bnpm (?:run )?(\w+(?::\w+)?)/g)].map((match) => match[1] ?? ''));
    const builtIn = ['ci', 'install', 'i'];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !builtIn.includes(name) && !(name in manifest.scripts))).toEqual([]);
  });

  it('scripts and tests that exist', () => {
    const files = commandLines.flatMap((line) => line.match(/(?<![\w/.])(?:scripts|bench|test)\/[\w./-]+/g) ?? []);
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !exists(file))).toEqual([]);
  });

  it('files and folders of the code map, the glossary and the recipes', () => {
    const named = ['docs/ARCHITECTURE.md', 'CONTRIBUTING.md'].flatMap((page) => read(page).match(/(?<=`)(?:server|client|core|test|docs|scripts|schemas|frameworks|templates)\/[\w./-]*(?=`)/g) ?? []); // prettier-ignore
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !exists(name.replace(/^core\//, 'server/src/core/')))).toEqual([]);
  });

  it('commands of the extension by the title that VS Code shows', () => {
    const titles = new Set(manifest.contributes.commands.map(({ title }) => title));
    const named = pages().flatMap(({ text }) => [...text.replaceAll('\n', ' ').matchAll(/\*Casewright: ([^*]+)\*/g)].map((match) => match[1] ?? ''));
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((title) => !titles.has(title))).toEqual([]);
  });
});

describe('the architecture', () => {
  const page = read('docs/ARCHITECTURE.md');
  const invariants = (readSections(page).get('What must stay true') ?? '').split(/^\d+\. /m).slice(1);

  it('says of everything that must stay true what holds it', () => {
    expect(invariants.length).toBeGreaterThan(8);
    expect(invariants.filter((invariant) => !/\]\(\.\.\/(?:test|eslint)|npm test/.test(invariant))).toEqual([]);
  });

  it('has every folder of the core in its map', () => {
    const folders = new Set(filesIn('server/src/core', '.ts').map(({ file }) => file.split('/')[3] ?? ''));
    expect([...folders].filter((folder) => !page.includes(`\`core/${folder}\``))).toEqual([]);
  });
});

describe('the facts of the package', () => {
  it('one license', () => {
    expect(manifest.license).toBe('MIT');
    expect(read('LICENSE')).toMatch(/^MIT License\n/);
    expect(read('README.md')).toContain('[MIT](LICENSE)');
  });

  it('one version of Node', () => {
    const major = /^>=(\d+)\./.exec(manifest.engines.node ?? '')?.[1];
    expect(read('README.md')).toMatch(new RegExp(`\\[Node\\.js\\]\\(\\S+\\) ${major} or later`));
    expect(read('CONTRIBUTING.md')).toContain(`Node ${major} or later`);
  });

  it('programs that the build makes', () => {
    for (const [name, file] of Object.entries(manifest.bin)) expect(exists(file), name).toBe(true);
    expect(read('README.md')).toContain(`node ${manifest.bin.casewright?.replace('./', '')}`);
  });

  it('a changelog that says what comes next, newest first', () => {
    const versions = [...read('CHANGELOG.md').matchAll(/^## \[([^\]]+)\]/gm)].map((match) => match[1]);
    expect(versions[0]).toBe('Unreleased');
  });
});
