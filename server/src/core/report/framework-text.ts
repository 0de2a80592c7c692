import type { Framework } from '../frameworks/framework-set.ts';
import { inHierarchy, type PlacedItem } from '../frameworks/hierarchy.ts';
import { relationsOf } from '../frameworks/item-relations.ts';
import type { Item } from '../frameworks/pack-schema.ts';
import { counted } from '../rules/wording.ts';
import { oneLine } from '../text/shown-text.ts';
import { wrap } from './layout.ts';
import { paint, type Style } from './paint.ts';
import { citationOf } from './summary.ts';

/** The frameworks there are, with those marked that a case uses unless it says otherwise. */
export function frameworkListText(frameworks: readonly Framework[], defaults: readonly string[], style: Style): string {
  const blocks = frameworks.map((framework) => {
    const use = defaults.includes(framework.id) ? ', used by every case that names none' : '';
    const facts = `${counted(framework.items.length, 'item')} (${framework.kind}), ${citationOf(framework.source)}${use}`;
    return [paint(framework.id, 'bold', style), ...indented(framework.title, 2, style), ...indented(facts, 2, style)].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** A framework with all its items, parts below their wholes: what an author needs to write about them. */
export function frameworkText(framework: Framework, style: Style): string {
  const head = [
    paint(framework.id, 'bold', style),
    ...indented(framework.title, 2, style),
    ...indented(`${citationOf(framework.source)}. ${framework.source.title}.`, 2, style),
    ...(framework.summary ? ['', ...indented(framework.summary, 2, style)] : []),
  ];
  const items = inHierarchy(framework.items).map((placed) => itemLines(framework, placed, style));
  const sections = [head, ...traitSections(framework, style), ...items, ...conditionSections(framework, style)];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What the words by which the items are told apart mean: a section for each trait. */
function traitSections({ traits }: Framework, style: Style): string[][] {
  return traits.map(({ label, description, values }) => [
    ...indented(description === undefined ? label : `${label}: ${description}`, 2, style),
    ...values.flatMap((value) => listEntry(value.description === undefined ? value.label : `${value.label}: ${value.description}`, 4, style)),
  ]);
}

/** An item, as deep to the right as it lies in the hierarchy. */
function itemLines(framework: Framework, { item, depth }: PlacedItem, style: Style): string[] {
  const { id, label, statement, questions, values, at } = item;
  const column = 2 * depth;
  const meanings = values.map((value) => (value.means === undefined ? value.id : `${value.id}: ${value.means}`));
  const lists = {
    Ask: questions,
    'A finding may say': meanings,
    'Expected by': expectations(framework, item.predictions),
    'In the framework': relationsOf({ framework, item }),
  };
  return [
    ' '.repeat(column) + paint(`${id}  ${oneLine(label)}`, 'bold', style),
    ...indented(statement, column + 2, style),
    ...Object.entries(lists).flatMap(([title, entries]) => list(title, entries, column + 2, style)),
    ...place(at, column + 2, style),
  ];
}

/** What the perspectives disagree on and no case has to address: a section for each condition. */
function conditionSections(framework: Framework, style: Style): string[][] {
  return framework.conditions.map(({ label, description, predictions, at }) => [
    paint(oneLine(label), 'bold', style),
    ...(description === undefined ? [] : indented(description, 2, style)),
    ...list('Expected by', expectations(framework, predictions), 2, style),
    ...place(at, 2, style),
  ]);
}

function expectations({ perspectives }: Framework, predictions: Item['predictions']): string[] {
  return perspectives.flatMap(({ id, label }) => {
    const prediction = predictions[id];
    if (!prediction) return [];
    return [`${label}: ${prediction.value}${prediction.because === undefined ? '' : ` (${prediction.because})`}`];
  });
}

function place(at: string, column: number, style: Style): string[] {
  return indented(`Where in the source: ${at}`, column, style, 2).map((line) => paint(line, 'dim', style));
}

function list(title: string, entries: readonly string[], column: number, style: Style): string[] {
  if (entries.length === 0) return [];
  return [' '.repeat(column) + paint(`${title}:`, 'dim', style), ...entries.flatMap((entry) => listEntry(entry, column + 2, style))];
}

function listEntry(entry: string, column: number, style: Style): string[] {
  return indented(`- ${entry}`, column, style, 2);
}

function indented(text: string, by: number, style: Style, hanging = 0): string[] {
  const lines = wrap(oneLine(text), style.width - by - hanging);
  return lines.map((line, index) => ' '.repeat(index === 0 ? by : by + hanging) + line);
}
