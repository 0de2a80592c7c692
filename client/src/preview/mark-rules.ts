import type { StateBlock, StateInline, Token } from 'markdown-it';
import type { PreviewItem } from './preview-names.ts';
import type { PreviewCase } from './read-case.ts';
import { readMarkLine, readTextMark } from './read-mark.ts';

/** What the tokens of a mark carry to where they are rendered. */
export interface MarkMeta {
  readonly item: PreviewItem;
  readonly stances: readonly string[];
}

/** Finds the case that is being read; undefined for every other text. */
export type CaseOf = (env: unknown) => PreviewCase | undefined;

const COLON = 0x3a;

/** Reads `:P6` and `:P4[text]{supports}` in a paragraph. */
export function inlineMarks(caseOf: CaseOf): (state: StateInline, silent: boolean) => boolean {
  return (state, silent) => {
    const { src, pos, posMax } = state;
    if (src.charCodeAt(pos) !== COLON) return false;
    const known = caseOf(state.env)?.frameworks.byId;
    const mark = known && readTextMark(src, pos, posMax);
    const item = mark && known.get(mark.name);
    if (!item) return false;
    if (!silent) {
      const meta: MarkMeta = { item, stances: mark.stances };
      if (mark.label) {
        state.push('casewright_mark_open', 'mark', 1).meta = meta;
        state.pos = mark.label.start;
        state.posMax = mark.label.end;
        state.md.inline.tokenize(state);
        state.posMax = posMax;
        state.push('casewright_mark_close', 'mark', -1).meta = meta;
      } else state.push('casewright_chip', '', 0).meta = meta;
    }
    state.pos = mark.end;
    return true;
  };
}

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** Takes the front matter of a case for its card. */
export function caseCards(caseOf: CaseOf): BlockRule {
  return (state, startLine, _endLine, silent) => {
    const known = startLine === 0 && state.level === 0 ? caseOf(state.env) : undefined;
    if (!known) return false;
    if (silent) return true;
    const token = state.push('casewright_card', 'section', 0);
    token.meta = known;
    token.map = [0, known.bodyLine];
    state.line = known.bodyLine;
    return true;
  };
}

/** Reads `::P5` on a line of its own, and `:::P3` … `:::` around blocks. */
export function blockMarks(caseOf: CaseOf): BlockRule {
  return (state, startLine, endLine, silent) => {
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || state.src.charCodeAt(lineStart(state, startLine)) !== COLON) return false;
    const known = caseOf(state.env)?.frameworks.byId;
    const line = known && readMarkLine(lineText(state, startLine));
    const item = line && known.get(line.name);
    if (!item) return false;
    if (silent) return true;
    const meta: MarkMeta = { item, stances: line.stances };
    if (line.colons === 2) {
      const token = state.push('casewright_leaf', 'p', 0);
      token.meta = meta;
      token.map = [startLine, startLine + 1];
      state.line = startLine + 1;
      return true;
    }
    const close = closingLine(state, startLine, endLine, line.colons);
    const open = state.push('casewright_block_open', 'div', 1);
    open.meta = meta;
    open.map = [startLine, close];
    const { lineMax, parentType } = state;
    state.lineMax = close;
    state.md.block.tokenize(state, startLine + 1, close);
    state.lineMax = lineMax;
    state.parentType = parentType;
    state.push('casewright_block_close', 'div', -1);
    state.line = Math.min(close + 1, endLine);
    return true;
  };
}

/** The first line of nothing but colons, as many as opened or more; the end of what the container stands in when there is none. */
function closingLine(state: StateBlock, startLine: number, endLine: number, colons: number): number {
  for (let line = startLine + 1; line < endLine; line += 1) {
    const indent = state.sCount[line] ?? 0;
    const text = lineText(state, line);
    if (text !== '' && indent < state.blkIndent) return line; // behind the list or the quotation that it stands in
    if (indent - state.blkIndent < 4 && text.length >= colons && /^:+$/.test(text)) return line;
  }
  return endLine;
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** A line without the signs and spaces of what it stands in, and without the space behind it. */
function lineText(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), state.eMarks[line]).trimEnd();
}

/** The meta of a token of ours. */
export function metaOf(token: Token | undefined): MarkMeta | undefined {
  return token?.type.startsWith('casewright_') ? (token.meta as MarkMeta) : undefined;
}
