import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import { STANCES, STATUSES } from '../../model/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { lineEndingOf } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { explainItem } from '../describe/describe-item.ts';
import { markableItems } from '../marking/fitting-items.ts';
import { choice, selectedText } from '../snippet-text.ts';
import type { Draft } from './draft.ts';

/** Colons that may begin a mark, and what is typed of its name. A colon behind a word ("as follows:", "http:", "10:30") is prose. */
const TEXT_MARK = /(?:^|[\s([{"'“‘„«*_>—–/])(:)([A-Za-z][\w-]*)?$/;
const BLOCK_MARK = /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(:{2,3})([A-Za-z][\w-]*)?$/;

/** Items to mark text with, behind `:`, `::` or `:::`; those that the case says least about come first. Undefined elsewhere. */
export function completeItem(analysis: CaseAnalysis, before: string, offset: number): Draft[] | undefined {
  const match = BLOCK_MARK.exec(before) ?? TEXT_MARK.exec(before);
  if (!match) return undefined;
  const [, colons = '', typed = ''] = match;
  const rest = /^[\w-]*/.exec(analysis.text.slice(offset))?.[0] ?? '';
  const span = { start: offset - typed.length - colons.length, end: offset + rest.length };
  const isHeading = /^ {0,3}#{1,6}[ \t]/.test(before);
  const isBegun = /^[[{]/.test(analysis.text.slice(span.end)) || isClosedContainer(analysis, span.start);
  const isNameOnly = isHeading || isBegun;
  const items = markable(analysis);
  const names = colons === ':::' && !isNameOnly ? [] : items.map((item) => nameDraft(item, span, colons));
  const wholes = colons === '::' || isNameOnly ? [] : items.map((item) => wholeDraft(analysis, item, span, colons));
  return [...names, ...wholes];
}

/** The items that can be marked, the least covered first. */
function markable(analysis: CaseAnalysis): ItemCoverage[] {
  return markableItems(analysis).toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
}

/** The mark's name alone, as for the paragraph it stands in. */
function nameDraft(item: ItemCoverage, span: Span, colons: string): Draft {
  const name = `${colons}${item.entry.item.id}`;
  return { ...rowOf(item, colons), label: name, edit: { span, newText: name }, isSnippet: false };
}

/** The mark around text, or on lines of its own around blocks; text that was selected goes into it. */
function wholeDraft({ text }: CaseAnalysis, item: ItemCoverage, span: Span, colons: string): Draft {
  const { id } = item.entry.item;
  const row = { ...rowOf(item, colons), isSnippet: true };
  if (colons === ':') return { ...row, label: `:${id}[…]`, edit: { span, newText: `:${id}[${selectedText(1, 'text')}]{${choice(2, STANCES)}}` } };
  const eol = lineEndingOf(text);
  return { ...row, label: `:::${id} … :::`, edit: { span, newText: `:::${id}{${choice(1, STANCES)}}${eol}${selectedText(2, 'text')}${eol}:::` } };
}

/** What is said of an item in its row, and the words it is found by. */
function rowOf(item: ItemCoverage, colons: string): Pick<Draft, 'kind' | 'name' | 'detail' | 'documentation' | 'filterText'> {
  const { id, label, aliases } = item.entry.item;
  const filterText = [`${colons}${id}`, label, ...aliases].join(' ');
  return { kind: 'item', name: label, detail: item.status, documentation: explainItem(item.entry), filterText };
}

/** Whether the colons belong to a container that has its end: then only the name is to be changed. */
function isClosedContainer({ model }: CaseAnalysis, start: number): boolean {
  return model.directives.some((directive) => directive.form === 'container' && directive.closed && directive.span.start === start);
}
