import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import { STANCES, STATUSES } from '../../model/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { lineEndingOf } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { explainItem } from '../describe/describe-item.ts';
import { choice } from '../snippet-text.ts';
import { statusLine } from '../status-line.ts';
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
  return markable(analysis).flatMap((item) => draftsFor(analysis, item, span, colons, isHeading || isBegun));
}

/** The items with an id that only one framework has, the least covered first. */
function markable({ coverage, frameworks }: CaseAnalysis): ItemCoverage[] {
  const unclear = new Set(frameworks.ambiguities.filter(({ kind }) => kind === 'id').map(({ name }) => name));
  const clear = coverage.items.filter(({ entry }) => !unclear.has(entry.item.id));
  return clear.toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
}

function draftsFor({ text }: CaseAnalysis, item: ItemCoverage, span: Span, colons: string, isNameOnly: boolean): Draft[] {
  const { id, label, aliases } = item.entry.item;
  const common = {
    kind: 'item',
    detail: `${label} · ${statusLine(item)}`,
    documentation: explainItem(item.entry),
    filterText: [`${colons}${id}`, label, ...aliases].join(' '),
  } as const;
  const plain: Draft = { ...common, label: `${colons}${id}`, edit: { span, newText: `${colons}${id}` }, isSnippet: false };
  if (isNameOnly || colons === '::') return [plain];
  const stance = `{${choice(colons === ':' ? 2 : 1, STANCES)}}`;
  if (colons === ':') {
    return [plain, { ...common, label: `:${id}[…]`, edit: { span, newText: `:${id}[\${1:text}]${stance}` }, isSnippet: true }];
  }
  const eol = lineEndingOf(text);
  return [{ ...common, label: `:::${id} … :::`, edit: { span, newText: `:::${id}${stance}${eol}\${2:text}${eol}:::` }, isSnippet: true }];
}

/** Whether the colons belong to a container that has its end: then only the name is to be changed. */
function isClosedContainer({ model }: CaseAnalysis, start: number): boolean {
  return model.directives.some((directive) => directive.form === 'container' && directive.closed && directive.span.start === start);
}
