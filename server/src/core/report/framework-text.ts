import type { Framework } from '../frameworks/framework-set.ts';
import type { Item } from '../frameworks/pack-schema.ts';
import { counted } from '../rules/wording.ts';
import { oneLine, wrap } from './layout.ts';
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

/** A framework with all its items: what an author needs to write about them. */
export function frameworkText(framework: Framework, style: Style): string {
  const head = [
    paint(framework.id, 'bold', style),
    ...indented(framework.title, 2, style),
    ...indented(`${citationOf(framework.source)}. ${framework.source.title}.`, 2, style),
    ...(framework.summary ? ['', ...indented(framework.summary, 2, style)] : []),
  ];
  return `${[head, ...framework.items.map((item) => itemLines(framework, item, style))].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function itemLines({ perspectives }: Framework, item: Item, style: Style): string[] {
  const { id, label, statement, questions, values } = item;
  const predictions = perspectives.flatMap((perspective) => {
    const prediction = item.predictions[perspective.id];
    return prediction ? [`${perspective.label}: ${prediction.value}`] : [];
  });
  return [
    paint(`${id}  ${oneLine(label)}`, 'bold', style),
    ...indented(statement, 2, style),
    ...list('Ask', questions, style),
    ...list(
      'A finding may say',
      values.map((value) => (value.means === undefined ? value.id : `${value.id}: ${value.means}`)),
      style,
    ),
    ...list('Expected by', predictions, style),
  ];
}

function list(title: string, entries: readonly string[], style: Style): string[] {
  if (entries.length === 0) return [];
  return [`  ${paint(`${title}:`, 'dim', style)}`, ...entries.flatMap((entry) => indented(`- ${entry}`, 4, style, 2))];
}

function indented(text: string, by: number, style: Style, hanging = 0): string[] {
  const lines = wrap(oneLine(text), style.width - by - hanging);
  return lines.map((line, index) => ' '.repeat(index === 0 ? by : by + hanging) + line);
}
