import { findSuppressions } from '../../rules/suppression.ts';
import { encloses, type Span } from '../../text/span.ts';
import { lineEndingOf, type TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { Fixer } from './fixer.ts';
import { lineStartBefore } from '../yaml-places.ts';

/**
 * Switches a rule off for the line, or the paragraph, at which a finding starts, with room for the reason. Not for what
 * makes the front matter unreadable, nor for remarks on suppressions themselves.
 */
export const suppressWithReason: Fixer = (analysis, { rule, span }) => {
  if (rule === 'front-matter/syntax' || rule.startsWith('suppression/')) return [];
  const title = `Switch off “${rule}” here, with a reason`;
  const joined = joinSuppression(analysis, rule, span);
  if (joined) return [{ title, edits: [joined], preferred: false }];
  const edit = (reason: string): TextEdit => insertComment(analysis, rule, span, reason);
  return [{ title, edits: [edit('')], preferred: false, snippet: edit('$1') }];
};

/** Adds the rule to a comment that already switches others off there: of two comments, the first would not reach the line. */
function joinSuppression({ model, text }: CaseAnalysis, rule: string, span: Span): TextEdit | undefined {
  const there = findSuppressions(model).find(
    ({ kind, rules, scope }) => kind === 'disable-next-line' && rules.length > 0 && span.start >= scope.start && span.start < scope.end,
  );
  const last = there?.rules.at(-1);
  if (!there || last === undefined) return undefined;
  const at = there.span.start + text.slice(there.span.start, there.span.end).indexOf(last) + last.length;
  return { span: { start: at, end: at }, newText: `, ${rule}` };
}

function insertComment(analysis: CaseAnalysis, rule: string, span: Span, reason: string): TextEdit {
  const { text, model } = analysis;
  const content = model.syntax.frontMatter?.content;
  const inFrontMatter = content !== undefined && span.start < model.bodyStart;
  const target = inFrontMatter ? Math.min(Math.max(span.start, content.start), content.end) : startOfBlock(analysis, span);
  const at = lineStartBefore(text, target);
  const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
  const words = `casewright-disable-next-line ${rule} -- ${reason}`;
  const comment = inFrontMatter ? `# ${words}` : `<!-- ${words} -->`;
  return { span: { start: at, end: at }, newText: `${indent}${comment}${lineEndingOf(text)}` };
}

/** Where the paragraph or heading around a place begins; the place itself where there is none. */
function startOfBlock({ model }: CaseAnalysis, span: Span): number {
  const place = { start: span.start, end: span.start };
  const around = [...model.paragraphs, ...model.sections.map((section) => section.headingSpan)].filter((block) => encloses(block, place));
  return Math.max(...around.map((block) => block.start), around.length === 0 ? span.start : 0);
}
