import { itemMentions } from '../mentions/case-mentions.ts';
import type { Framework } from '../frameworks/framework-set.ts';
import type { Range } from '../text/line-index.ts';
import { Packed, type Shapes } from '../text/packed.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { matrixRow } from './matrix/matrix-rows.ts';
import { columnKey, type MatrixRow } from './matrix/matrix-data.ts';
import { overviewOf } from './summary.ts';
import type { CaseOverview } from './summary-view.ts';

/**
 * What is kept of a case that nobody looks at: enough for the tree of cases, the matrix, and to say where its name
 * stands. Whoever needs more has the case read and analysed again.
 */
export interface CaseDigest {
  readonly uri: string;
  /** Where the case says its name. */
  readonly idRange: Range;
  /** Those in use; all cases that name the same ones share the list. */
  readonly frameworks: readonly Framework[];
  /** The case names its frameworks itself. */
  readonly namesFrameworks: boolean;
  readonly overview: Packed<CaseOverview>;
  readonly row: Packed<MatrixRow>;
  /** Where the case names items, for whoever looks for one in all cases. */
  readonly items: Packed<ItemPlaces>;
  /** The case's own sources, for whoever looks for one by its name. */
  readonly sources: Packed<readonly SourcePlace[]>;
}

/** By `columnKey`, for all items of the case's frameworks: the line, the character and the length of each place, one behind the other. */
export type ItemPlaces = Readonly<Record<string, readonly number[]>>;

/** A source that a case declares, and where. */
export interface SourcePlace {
  readonly id: string;
  /** What a reader would call it; null when the case does not say. */
  readonly title: string | null;
  readonly line: number;
  readonly character: number;
}

/**
 * The digest of a case.
 * @param pathOf how files are named for readers
 * @param shapes the same for all digests that are kept together
 */
export function digestOf(analysis: CaseAnalysis, pathOf: (uri: string) => string, shapes: Shapes): CaseDigest {
  const { uri, model, lines, frameworks } = analysis;
  return {
    uri,
    idRange: lines.rangeOf(model.idSpan),
    frameworks: frameworks.frameworks,
    namesFrameworks: model.frameworks !== undefined,
    overview: new Packed(overviewOf(analysis), shapes),
    row: new Packed(matrixRow(analysis, pathOf), shapes),
    items: new Packed(itemPlaces(analysis), shapes),
    sources: new Packed(
      model.sources.map(({ id, title = null, idSpan }) => ({ id, title, ...lines.positionAt(idSpan.start) })),
      shapes,
    ),
  };
}

/** Items that are not named are in it, too: then the keys of all cases with these frameworks are the same, and are held once. */
function itemPlaces(analysis: CaseAnalysis): ItemPlaces {
  const places = new Map<string, number[]>(analysis.frameworks.items.map(({ framework, item }) => [columnKey(framework.id, item.id), []]));
  for (const { item, span } of itemMentions(analysis)) {
    const { line, character } = analysis.lines.positionAt(span.start);
    places.get(columnKey(item.framework.id, item.item.id))?.push(line, character, span.end - span.start);
  }
  return Object.fromEntries(places);
}

/** The ranges of an item that a digest has the places of, in reading order. */
export function itemRanges({ items }: CaseDigest, framework: string, item: string): Range[] {
  const places = items.value[columnKey(framework, item)] ?? [];
  const ranges: Range[] = [];
  for (let at = 0; at + 2 < places.length; at += 3) {
    const [line = 0, character = 0, length = 0] = places.slice(at, at + 3);
    ranges.push({ start: { line, character }, end: { line, character: character + length } });
  }
  return ranges;
}

/** Whether two digests of a case say the same to those who follow the list of cases and the matrix. */
export function saysSame(one: CaseDigest, other: CaseDigest): boolean {
  return (
    one.frameworks === other.frameworks && one.namesFrameworks === other.namesFrameworks && one.overview.isSame(other.overview) && one.row.isSame(other.row)
  );
}
