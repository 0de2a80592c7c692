import type { Span } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { statusLine } from './status-line.ts';

/** A line of status above marked text. */
export interface CaseLens {
  readonly span: Span;
  /** "P3 · evidenced · 2 sources" */
  readonly title: string;
  /** The id of the item that it is about. */
  readonly item: string;
}

/** The lenses of a case: one for each line and item marked there, in reading order. */
export function codeLenses({ coverage, lines }: CaseAnalysis): CaseLens[] {
  const seen = new Set<string>();
  return coverage.marks.flatMap(({ item, nameSpan }) => {
    const id = item.item.id;
    const place = `${lines.positionAt(nameSpan.start).line} ${id}`;
    const status = coverage.items.find(({ entry }) => entry === item);
    if (seen.has(place) || !status) return [];
    seen.add(place);
    return [{ span: nameSpan, title: statusLine(status), item: id }];
  });
}
