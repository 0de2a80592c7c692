import { findSuppressions, type Suppression } from '../../rules/suppression.ts';
import type { RuleFinding } from '../../rules/rule.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { Fixer } from './fixer.ts';
import { lineEndAfter, lineStartBefore, wholeLines } from '../yaml-places.ts';

/** Takes a rule that finds nothing out of a suppression; the whole comment when it names no other. */
export const removeSuppression: Fixer = (analysis, finding) => {
  const suppression = suppressionAt(analysis, finding);
  if (!suppression) return [];
  const { rule } = finding.data ?? {};
  const { rules, span } = suppression;
  if (rule === undefined || rules.every((name) => name === rule)) {
    return [{ title: 'Remove this comment', edits: [{ span: withItsLine(analysis.text, span), newText: '' }], preferred: true }];
  }
  const removed = spanOfRule(analysis.text, span, rule);
  return removed ? [{ title: `Take “${rule}” out of this comment`, edits: [{ span: removed, newText: '' }], preferred: true }] : [];
};

/** Makes room for the reason that a suppression lacks. */
export const explainSuppression: Fixer = (analysis, finding) => {
  const suppression = suppressionAt(analysis, finding);
  if (!suppression) return [];
  const comment = analysis.text.slice(suppression.span.start, suppression.span.end);
  const inside = comment.replace(/\s*-->$/, '').trimEnd();
  const end = suppression.span.start + inside.replace(/\s*(?:--|—|–)$/, '').length;
  const closing = comment.endsWith('-->') ? ' ' : '';
  const span = { start: end, end: suppression.span.end - (closing ? '-->'.length : 0) };
  return [{ title: 'Add the reason', edits: [{ span, newText: ` -- ${closing}` }], preferred: true, snippet: { span, newText: ` -- $1${closing}` } }];
};

function suppressionAt({ model }: CaseAnalysis, { span }: RuleFinding): Suppression | undefined {
  return findSuppressions(model).find((suppression) => overlaps(suppression.span, span));
}

/** A comment together with the line it stands on, if nothing else stands there. */
function withItsLine(text: string, span: Span): Span {
  const around = text.slice(lineStartBefore(text, span.start), span.start) + text.slice(span.end, lineEndAfter(text, span.end));
  return around.trim() === '' ? wholeLines(text, span) : span;
}

/** A rule's name in a comment, with what parts it from its neighbour. */
function spanOfRule(text: string, comment: Span, rule: string): Span | undefined {
  const escaped = rule.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const written = text.slice(comment.start, comment.end);
  const match = new RegExp(`(?<=[\\s,])${escaped}(?:\\s*,\\s*|\\s+(?=\\w))`).exec(written) ?? new RegExp(`[\\s,]+${escaped}(?![^\\s,])`).exec(written);
  return match ? { start: comment.start + match.index, end: comment.start + match.index + match[0].length } : undefined;
}
