import { beforeAll, describe, expect, it } from 'vitest';
import { complete } from '../../../server/src/core/features/complete/complete.ts';
import { plain } from '../../../server/src/core/features/describe/markdown-text.ts';
import { hoverAt } from '../../../server/src/core/features/hover/hover-at.ts';
import { loadPack } from '../../../server/src/core/frameworks/load-pack.ts';
import type { Item, Pack } from '../../../server/src/core/frameworks/pack-schema.ts';
import { frontMatterSchema } from '../../../server/src/core/model/front-matter-schema.ts';
import { fieldPath } from '../../../server/src/core/model/case-model.ts';
import { schemaAt } from '../../../server/src/core/syntax/schema-at.ts';
import type { CaseAnalysis } from '../../../server/src/core/workspace/case-analysis.ts';
import { readBuiltins } from '../../../server/src/node/builtins.ts';
import { analyserOf, withCursor } from '../../support/features.ts';
import { PROJECT_ROOT } from '../../support/workspace.ts';

const shipped = readBuiltins(PROJECT_ROOT).frameworks.flatMap(({ uri, text }) => loadPack(uri, text()).pack ?? []);

/** What an author reads of an item wherever it is explained: its statement, its questions and where it stands in the source. */
function partsOf({ statement, questions, at }: Item): string[] {
  return [statement, ...questions, at].map(plain);
}

let analyse: (text: string) => CaseAnalysis;
beforeAll(async () => {
  analyse = await analyserOf({});
});

/** What is offered at the cursor of a case, by label. */
function offered(marked: string): Map<string, string> {
  const { text, offset } = withCursor(marked);
  return new Map(complete(analyse(text), offset).map(({ label, documentation }) => [label, documentation ?? '']));
}

/** Checks that each item is offered under its name, and explained there. */
function checkOffers(items: readonly Item[], offers: ReadonlyMap<string, string>, nameOf: (item: Item) => string): void {
  expect(items.map(nameOf).filter((name) => !offers.has(name))).toEqual([]);
  for (const item of items) for (const part of partsOf(item)) expect(offers.get(nameOf(item)), item.id).toContain(part);
}

/** Checks that each item is explained at the cursor of its text. */
function checkHovers(items: readonly Item[], textFor: (item: Item) => string, parts: (item: Item) => readonly string[]): void {
  for (const item of items) {
    const { text, offset } = withCursor(textFor(item));
    const markdown = hoverAt(analyse(text), offset)?.markdown;
    for (const part of [`**${plain(item.id)} · ${plain(item.label)}**`, ...parts(item)]) expect(markdown, item.id).toContain(part);
  }
}

describe.each(shipped.map((pack): [string, Pack] => [pack.id, pack]))('every item of %s', (id, { items, conditions }) => {
  const head = `case: x\nframeworks: [${id}]\n`;
  const body = (text: string): string => `---\n${head}---\n\n${text}\n`;
  const findings = (yaml: string): string => `---\n${head}findings:\n  ${yaml}\n---\n`;

  it('is offered behind a colon, and explained', () => {
    checkOffers(items, offered(body('Text :<|>')), (item) => `:${item.id}`);
  });
  it('is offered as a heading, and explained', () => {
    checkOffers(items, offered(body('## <|>')), (item) => item.label);
  });
  it('is offered for a finding, and explained', () => {
    checkOffers(items, offered(findings('<|>')), (item) => item.id);
  });
  it('has its values offered in a finding', () => {
    for (const item of items) {
      const values = item.values.map((value) => value.id);
      expect([...offered(findings(`${item.id}: {value: <|>}`)).keys()], item.id).toEqual(expect.arrayContaining(values));
    }
  });
  it('is explained over a mark', () => {
    checkHovers(items, (item) => body(`Text :<|>${item.id}[marked].`), partsOf);
  });
  it('is explained over its heading, by each of its names', () => {
    const names = new Map(items.map((item) => [item, [item.label, ...item.aliases]]));
    for (let index = 0; index < Math.max(...[...names.values()].map(({ length }) => length)); index += 1) {
      const named = items.filter((item) => names.get(item)?.[index] !== undefined);
      checkHovers(named, (item) => body(`## <|>${names.get(item)?.[index] ?? ''}`), partsOf);
    }
  });
  it('is explained over its finding, with its values', () => {
    checkHovers(
      items,
      (item) => findings(`<|>${item.id}: {}`),
      ({ statement, at, values }) => [statement, at, ...values.map((value) => value.means ?? value.id)].map(plain),
    );
  });
  it('asks for fields that the front matter has', () => {
    const fields = new Set([...items, ...conditions].flatMap(({ expects }) => expects.fields));
    expect([...fields].filter((field) => schemaAt(frontMatterSchema(), fieldPath(field))?.description === undefined)).toEqual([]);
  });
});
