import type { Mark } from '../coverage/mark.ts';
import type { LineIndex } from '../text/line-index.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** A mark as an editor shows it. */
export interface MarkInSight {
  /** The item's id. */
  readonly item: string;
  /** The framework that the item belongs to: its place among the frameworks of the case, from 0. */
  readonly framework: number;
  readonly form: Mark['form'];
  /** The marked text. */
  readonly span: Span;
  /** Where the mark says so: the id itself, but for a heading that marks itself. */
  readonly nameSpan: Span;
}

/** Lines that belong to one mark before all others, `first` and `last` included: for a bar at the margin. */
export interface MarkedLines {
  readonly framework: number;
  readonly first: number;
  readonly last: number;
}

/** What of a case's marks an editor shows. */
export interface MarksInSight {
  /** In reading order. */
  readonly marks: readonly MarkInSight[];
  /** In order, no line twice. */
  readonly bars: readonly MarkedLines[];
}

/**
 * The marks that touch what an editor shows of a case, and whose bar stands at the margin of which line there: that of the
 * innermost section, container or paragraph. Costs what is in sight, and a glance at each of the other marks.
 * @param visible stretches of the text, which may overlap
 */
export function marksInSight({ coverage, frameworks, lines }: CaseAnalysis, visible: readonly Span[]): MarksInSight {
  const places = new Map(frameworks.frameworks.map(({ id }, index) => [id, index]));
  const inSight = coverage.marks
    .filter(({ span, nameSpan }) => visible.some((stretch) => touch(stretch, span) || touch(stretch, nameSpan)))
    .map(({ item, form, span, nameSpan }) => ({ item: item.item.id, framework: places.get(item.framework.id) ?? 0, form, span, nameSpan }));
  return { marks: inSight, bars: barsOf(inSight, visible, lines) };
}

/** Whether two spans share a character, or one of them is empty and stands in the other. */
function touch(a: Span, b: Span): boolean {
  return overlaps(a, b) || (b.start === b.end && a.start <= b.start && b.start <= a.end);
}

/** Goes from the outermost mark to the innermost, so that the last one that paints a line has it. The line that says so belongs to a mark, too. */
function barsOf(marks: readonly MarkInSight[], visible: readonly Span[], lines: LineIndex): MarkedLines[] {
  const owners = new Map<number, MarkInSight>();
  const outermostFirst = marks
    .filter(({ form, span }) => form !== 'text' && span.end > span.start)
    .map((mark) => ({ mark, from: Math.min(mark.nameSpan.start, mark.span.start), to: mark.span.end }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  for (const { mark, from, to } of outermostFirst) {
    for (const stretch of visible) {
      const start = Math.max(from, stretch.start);
      const end = Math.min(to, stretch.end);
      if (end <= start) continue;
      const last = lines.positionAt(end - 1).line;
      for (let line = lines.positionAt(start).line; line <= last; line += 1) owners.set(line, mark);
    }
  }
  return runsOf([...owners].sort(([a], [b]) => a - b));
}

/** Lines behind each other that one mark has, as one. */
function runsOf(owners: readonly (readonly [line: number, mark: MarkInSight])[]): MarkedLines[] {
  const runs: MarkedLines[] = [];
  let owner: MarkInSight | undefined;
  for (const [line, mark] of owners) {
    const last = runs.at(-1);
    if (last && owner === mark && last.last === line - 1) runs[runs.length - 1] = { ...last, last: line };
    else runs.push({ framework: mark.framework, first: line, last: line });
    owner = mark;
  }
  return runs;
}
