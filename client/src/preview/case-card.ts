import { entryOf, type YamlNode } from '../../../server/src/core/syntax/yaml-node.ts';
import { oneLine } from '../../../server/src/core/text/shown-text.ts';
import type { PreviewCase } from './read-case.ts';
import type { PreviewItem } from './preview-names.ts';

/** Makes text harmless in HTML, attributes included. */
export type Escape = (text: string) => string;

/** Fields that the card shows in a place of their own. */
const PLACED: ReadonlySet<string> = new Set(['case', 'title', 'frameworks', 'sources', 'findings']);

/**
 * The front matter of a case as HTML: its title, its fields, its sources and findings as tables, and a legend of the colours.
 * Where it cannot be read in whole, it says so, since marks may be missing in all of the preview then.
 */
export function caseCard({ fields, problem, frameworks }: PreviewCase, escape: Escape): string {
  const value = (key: string): string => inWords(entryOf(fields, key)?.value);
  const others = fields.entries.filter((entry) => !PLACED.has(entry.key));
  const title = value('title') || value('case');
  return [
    `<section class="casewright-card" aria-label="${escape(`Case ${value('case')}`)}">`,
    `<p class="casewright-title">${escape(title)}</p>`,
    problem === undefined ? '' : `<p class="casewright-problem">${escape(`Fields and marks may be missing in this preview. ${problem}`)}</p>`,
    `<dl>${others.map((entry) => `<div><dt>${escape(named(entry.key))}</dt><dd>${escape(inWords(entry.value))}</dd></div>`).join('')}</dl>`,
    legend(frameworks.frameworks, escape),
    table('Sources', ['Source', 'Kind', 'Details'], sourceRows(entryOf(fields, 'sources')?.value, escape)),
    table('Findings', ['Item', 'Verdict', 'Value', 'Because'], findingRows(entryOf(fields, 'findings')?.value, frameworks.byId, escape)),
    '</section>\n',
  ].join('');
}

/** An id in the colour of its framework, with the stances in words: nothing is said by a colour alone. */
export function chip(item: PreviewItem, stances: readonly string[], escape: Escape): string {
  const words = stances.length > 0 ? ` ${stances.join(' ')}` : '';
  return `<span class="casewright-chip casewright-framework${item.colour}" title="${escape(item.label)}">${escape(`${item.id}${words}`)}</span>`;
}

function legend(frameworks: PreviewCase['frameworks']['frameworks'], escape: Escape): string {
  if (frameworks.length === 0) return '';
  const entries = frameworks.map(({ title, colour }) => `<li class="casewright-framework${colour}">${escape(title)}</li>`);
  return `<ul class="casewright-legend" aria-label="Colours of the frameworks">${entries.join('')}</ul>`;
}

function sourceRows(node: YamlNode | undefined, escape: Escape): string[][] {
  const sources = node?.kind === 'seq' ? node.items : [];
  return sources.map((source) => {
    const details = source.kind === 'map' ? source.entries.filter(({ key }) => key !== 'id' && key !== 'kind') : [];
    const said = details.map((entry) => `${named(entry.key)}: ${inWords(entry.value)}`).join(' · ');
    return [inWords(entryOf(source, 'id')?.value), inWords(entryOf(source, 'kind')?.value).replaceAll('-', ' '), said].map(escape);
  });
}

function findingRows(node: YamlNode | undefined, items: ReadonlyMap<string, PreviewItem>, escape: Escape): string[][] {
  const findings = node?.kind === 'map' ? node.entries : [];
  return findings.map(({ key, value: finding }) => {
    const item = items.get(key);
    const name = item ? `${chip(item, [], escape)} ${escape(item.label)}` : escape(oneLine(key));
    return [name, ...['verdict', 'value', 'because'].map((field) => escape(inWords(entryOf(finding, field)?.value)))];
  });
}

/** @param rows cells as HTML */
function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** A key as a person would write it: `foreign_sales_share` is “foreign sales share”. */
function named(key: string): string {
  return oneLine(key.replaceAll('_', ' '));
}

/** A value in one line. */
function inWords(node: YamlNode | undefined): string {
  if (!node) return '';
  if (node.kind === 'scalar') return oneLine(String(node.value ?? ''));
  if (node.kind === 'seq') return node.items.map(inWords).join('; ');
  return node.entries.map((entry) => `${named(entry.key)} ${inWords(entry.value)}`).join(', ');
}
