import { STANCES } from '../../model/vocabulary.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { STANCE_MEANINGS } from '../describe/word-meanings.ts';
import { explained, wordDraft, type Draft } from './draft.ts';
import { attributeId, sourceDrafts } from './sources.ts';

/** The name of a directive right before its braces, without or behind its bracketed text. */
const NAME_BEFORE_BRACE = /(?:^|[^:\w]):{1,3}([A-Za-z][\w-]*)$/;

/** What may stand in the braces of a mark: stances, sources, a note; sources inside `src`. Undefined elsewhere. */
export function completeAttribute(analysis: CaseAnalysis, paragraph: string, offset: number): Draft[] | undefined {
  const inside = /\{([^{}]*)$/.exec(paragraph)?.[1];
  if (inside === undefined || !isMark(analysis, paragraph.slice(0, paragraph.length - inside.length - 1))) return undefined;
  const behind = /^[^{}\r\n]*(?=\})/.exec(analysis.text.slice(offset))?.[0] ?? '';
  const src = /(?:^|\s)src\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"']*))$/.exec(inside);
  if (src) return sourcesIn(analysis, src[1] ?? src[2] ?? src[3] ?? '', src[3] === undefined ? (/^[^"']*/.exec(behind)?.[0] ?? '') : '', offset);
  if (/=\s*(?:"[^"]*|'[^']*|[^\s"']+)$/.test(inside)) return [];
  const typed = /[^\s"'=]*$/.exec(inside)?.[0] ?? '';
  if (/["']/.test(inside[inside.length - typed.length - 1] ?? '') && typed !== '') return [];
  const rest = /^[^\s"'={}]*/.exec(behind)?.[0] ?? '';
  const others = `${inside.slice(0, inside.length - typed.length)} ${behind.slice(rest.length)}`;
  return attributeDrafts(analysis, others, { start: offset - typed.length, end: offset + rest.length }, /^\s*=/.test(behind.slice(rest.length)));
}

/** Whether what stands before the braces is a mark: `:P4`, or `:P4[text]` with whatever brackets in the text. */
function isMark({ frameworks }: CaseAnalysis, before: string): boolean {
  let end = before.length;
  if (before.endsWith(']')) {
    let depth = 0;
    do {
      end -= 1;
      if (before[end] === ']') depth += 1;
      if (before[end] === '[') depth -= 1;
    } while (end > 0 && depth > 0);
  }
  const name = NAME_BEFORE_BRACE.exec(before.slice(0, end))?.[1];
  return name !== undefined && frameworks.byId.has(name);
}

function attributeDrafts({ sources }: CaseAnalysis, others: string, span: Draft['edit']['span'], hasValue: boolean): Draft[] {
  if (hasValue) return [];
  const isThere = (name: string): boolean => new RegExp(`(?:^|\\s)${name}(?:[\\s=]|$)`).test(others.replace(/"[^"]*"|'[^']*'/g, '""'));
  const stances = STANCES.filter((stance) => !isThere(stance)).map((stance) =>
    wordDraft(span, stance, { kind: 'stance', ...explained(STANCE_MEANINGS[stance]) }),
  );
  const src: Draft = {
    label: 'src',
    kind: 'attribute',
    ...explained('The sources that this text rests on, by their ids; several are parted by spaces.'),
    edit: { span, newText: 'src="$1"' },
    isSnippet: true,
    triggerSuggest: true,
  };
  const note: Draft = {
    label: 'note',
    kind: 'attribute',
    ...explained('A remark for yourself and your supervisor. Readers of the case do not see it.'),
    edit: { span, newText: 'note="${1:note}"' },
    isSnippet: true,
  };
  return [...stances, ...(sources.size === 0 || isThere('src') ? [] : [src]), ...(isThere('note') ? [] : [note])];
}

/** @param written what stands in `src` before the cursor, @param behind and what stands behind it */
function sourcesIn(analysis: CaseAnalysis, written: string, behind: string, offset: number): Draft[] {
  const typed = /[^\s,;@]*$/.exec(written)?.[0] ?? '';
  const rest = /^[^\s,;@]*/.exec(behind)?.[0] ?? '';
  const others = `${written.slice(0, written.length - typed.length)} ${behind.slice(rest.length)}`;
  const span = { start: offset - typed.length, end: offset + rest.length };
  return sourceDrafts(analysis, { span, typed, taken: new Set(others.split(/[\s,;@]+/)), write: attributeId });
}
