import { oncePer } from '../memory/once-per.ts';
import type { CaseModel } from '../model/case-model.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/** A comment that switches rules off for some lines. */
export interface Suppression {
  readonly kind: 'disable-next-line' | 'disable';
  /** Rule ids as written; empty when the comment names none. */
  readonly rules: readonly string[];
  /** What follows `--`, trimmed; undefined when there is nothing. */
  readonly reason: string | undefined;
  /** The comment. */
  readonly span: Span;
  /** The text in which findings that start there are switched off. */
  readonly scope: Span;
}

/** What became of one rule that a suppression names. */
export interface RuleOutcome {
  readonly rule: string;
  /** It would have reported something; it found nothing; there is no such rule; the project has switched it off anyway. */
  readonly outcome: 'used' | 'unused' | 'unknown' | 'off';
  /** For an unknown rule: the one that was probably meant. */
  readonly suggestion: string | undefined;
}

/** A suppression and what each of its rules did. */
export interface JudgedSuppression {
  readonly suppression: Suppression;
  readonly outcomes: readonly RuleOutcome[];
}

/** What `enable` without a rule's name switches on; no rule has this name. */
const ALL_RULES = '';
const MARKER = 'casewright-';
const DIRECTIVE = /^\s*casewright-(disable-next-line|disable|enable)(?![\w-])([\s\S]*)$/;

/** The suppressions of a case, from HTML comments in the body and YAML comments in the front matter, in order. */
export const findSuppressions = oncePer((model: CaseModel): readonly Suppression[] => {
  const comments = [...frontMatterComments(model), ...model.comments];
  const directives = comments.flatMap((comment) => {
    const match = DIRECTIVE.exec(comment.text);
    return match ? [{ span: comment.span, kind: match[1], ...readRules(match[2] ?? '') }] : [];
  });
  // From the last one back, so that what switches a rule on again is known where it is switched off.
  const enabled = new Map<string, number>();
  const found = directives.toReversed().flatMap(({ span, kind, rules, reason }): Suppression[] => {
    if (kind === 'disable-next-line') return [{ kind, rules, reason, span, scope: nextLine(model, span) }];
    if (kind === 'disable') {
      const ends = [ALL_RULES, ...rules].map((rule) => enabled.get(rule) ?? model.syntax.text.length + 1);
      return [{ kind, rules, reason, span, scope: { start: span.end, end: Math.min(...ends) } }];
    }
    for (const rule of rules.length === 0 ? [ALL_RULES] : rules) enabled.set(rule, span.start);
    return [];
  });
  return found.reverse();
});

/** "a/b, c/d -- because of this"; a dash that a word processor made of the hyphens will do. */
function readRules(text: string): Pick<Suppression, 'rules' | 'reason'> {
  const dash = /(?:^|\s)(?:--|—|–)/.exec(text);
  const names = dash ? text.slice(0, dash.index) : text;
  const reason = dash ? text.slice(dash.index + dash[0].length).trim() : '';
  return { rules: names.split(/[\s,]+/).filter(Boolean), reason: reason === '' ? undefined : reason };
}

/**
 * The next line that is not blank; when a paragraph starts there, all of it, since a comment cannot stand inside a
 * paragraph without cutting it in two.
 */
function nextLine(model: CaseModel, comment: Span): Span {
  const { text } = model.syntax;
  const lineEnd = /[\r\n]|$/.exec(text.slice(comment.end));
  const from = comment.end + (lineEnd?.index ?? 0);
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  const length = text.slice(start).search(/[\r\n]/);
  // A finding on what is missing at the end of the line stands behind its last character.
  const end = (length < 0 ? text.length : start + length) + 1;
  const paragraph = model.paragraphs[firstAtOrAfter(model.paragraphs, start, (candidate) => candidate.start)];
  return { start, end: paragraph && paragraph.start <= end ? Math.max(end, paragraph.end) : end };
}

function frontMatterComments(model: CaseModel): { span: Span; text: string }[] {
  const { content } = model.frontMatter;
  const source = model.syntax.text.slice(content.start, content.end);
  if (!source.includes(MARKER)) return [];
  return Array.from(source.matchAll(/(?<=^|\s)#([^\r\n]*)/gm), (match) => {
    const start = content.start + match.index;
    return { span: { start, end: start + match[0].length }, text: match[1] ?? '' };
  });
}
