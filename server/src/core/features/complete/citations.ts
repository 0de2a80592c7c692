import { scanCitations } from '../../syntax/scan-citations.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { Draft } from './draft.ts';
import { citedId, sourceDrafts } from './sources.ts';

/** An open bracket that is no mark's own (`:P4[`), and an id begun in it. */
const OPEN = /(?<!\\)(?<!(?:^|[^\w]):{1,3}[A-Za-z][\w-]*)\[([^[\]]*)$/;
const ID = /(?:^|[\s;(-])@(\{?)([^\s@;,[\]{}]*)$/;

/** Sources to cite behind `[@` or `; @`; undefined elsewhere. */
export function completeCitation(analysis: CaseAnalysis, paragraph: string, offset: number): Draft[] | undefined {
  const inside = OPEN.exec(paragraph)?.[1];
  const match = inside === undefined ? null : ID.exec(inside);
  if (inside === undefined || !match) return undefined;
  const [, brace = '', typed = ''] = match;
  const behind = analysis.text.slice(offset);
  const rest = /^[^\s@;,[\]{}]*/.exec(behind)?.[0] ?? '';
  const closing = brace && behind[rest.length] === '}' ? 1 : 0;
  const span = { start: offset - typed.length - brace.length, end: offset + rest.length + closing };
  const around = `[${inside.slice(0, inside.length - typed.length - brace.length - 1)} ${/^[^[\]]*/.exec(behind.slice(rest.length + closing))?.[0] ?? ''}]`;
  const taken = new Set(scanCitations(around).map(({ id }) => id));
  return sourceDrafts(analysis, { span, typed, taken, write: citedId });
}
