import type { Span } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** Text of several lines that can be folded away. */
export interface Fold {
  readonly span: Span;
  readonly kind: 'front-matter' | 'mark' | 'comment';
}

/** What can be folded besides sections, which every Markdown editor folds by itself; in reading order. */
export function foldingSpans({ model, lines }: CaseAnalysis): Fold[] {
  const folds: Fold[] = [
    ...model.directives.filter((directive) => directive.form === 'container').map(({ span }): Fold => ({ span, kind: 'mark' })),
    ...model.comments.map(({ span }): Fold => ({ span, kind: 'comment' })),
  ];
  const { frontMatter } = model.syntax;
  if (frontMatter?.closed) folds.push({ span: { start: frontMatter.span.start, end: endOfText(model.syntax.text, frontMatter.span) }, kind: 'front-matter' });
  return folds
    .filter(({ span }) => lines.positionAt(span.start).line < lines.positionAt(span.end).line)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** The end of a span without the line end that belongs to it, so that the line behind it is not folded, too. */
function endOfText(text: string, span: Span): number {
  return span.start + text.slice(span.start, span.end).trimEnd().length;
}
