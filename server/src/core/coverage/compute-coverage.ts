import type { FrameworkItem, FrameworkSet } from '../frameworks/framework-set.ts';
import type { CaseModel, Source } from '../model/case-model.ts';
import { findingsById, setsAside } from '../model/findings.ts';
import type { Stance, Status } from '../model/vocabulary.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import { overlaps, type Span } from '../text/span.ts';
import { findMarks } from './find-marks.ts';
import { marksCounted, type CaseCoverage, type ItemCoverage } from './item-coverage.ts';
import type { Mark } from './mark.ts';

/** Marked text of fewer words than this is `thin`, unless `coverage/thin` sets `min_words`: about three sentences. */
export const DEFAULT_MIN_WORDS = 40;

/**
 * Compares a case with its frameworks.
 * @param known the sources that count as evidence: those of the case and of the bibliography, by id
 * @param minWords the number of words below which marked text is thin
 */
export function computeCoverage(model: CaseModel, frameworks: FrameworkSet, known: ReadonlyMap<string, Source>, minWords: number): CaseCoverage {
  const marks = findMarks(model, frameworks);
  const byItem = new Map<FrameworkItem, Mark[]>();
  for (const mark of marks) {
    const own = byItem.get(mark.item);
    if (own) own.push(mark);
    else byItem.set(mark.item, [mark]);
  }
  const items = frameworks.items.map((entry) => {
    const partMarks = (frameworks.parts.get(entry) ?? []).flatMap((part) => byItem.get(part) ?? NONE);
    return coverItem(model, entry, byItem.get(entry) ?? NONE, partMarks, known, minWords);
  });
  return { items, marks };
}

const NONE: readonly Mark[] = [];

function coverItem(
  model: CaseModel,
  entry: FrameworkItem,
  marks: readonly Mark[],
  partMarks: readonly Mark[],
  known: ReadonlyMap<string, Source>,
  minWords: number,
): ItemCoverage {
  const all = marksCounted({ marks, partMarks });
  const { text, words } = unionOf(model, all);
  const placeholders = model.placeholders.filter((placeholder) => isIn(text, placeholder));
  const sources = sourcesOf(all, known);
  const finding = findingsById(model.header).get(entry.item.id);
  const status = setsAside(finding) ? 'not-applicable' : statusOf(all, words < minWords || placeholders.length > 0, sources, known);
  return { entry, status, words, text, placeholders, sources, stances: countStances(marks), finding, marks, partMarks };
}

/** The union of marked text as sorted spans that neither touch nor overlap, and the words in it. */
function unionOf(model: CaseModel, marks: readonly Mark[]): { text: readonly Span[]; words: number } {
  const text: Span[] = [];
  let words = 0;
  for (const mark of marks.filter(({ span }) => span.end > span.start).sort((a, b) => a.span.start - b.span.start)) {
    const { start, end } = mark.span;
    const last = text.at(-1);
    if (!last || start > last.end) {
      text.push(mark.span);
      words += mark.words;
    } else if (end > last.end) {
      text[text.length - 1] = { start: last.start, end };
      words += model.bodyWords.countIn({ start: last.end, end });
    }
  }
  return { text, words };
}

/** Whether a span shares text with one of some sorted spans that lie apart. */
function isIn(spans: readonly Span[], span: Span): boolean {
  const nearest = spans[firstAtOrAfter(spans, span.start + 1, ({ end }) => end)];
  return nearest !== undefined && overlaps(nearest, span);
}

/** The known sources that marked text cites. Most cases have few, and cite them all early on. */
function sourcesOf(marks: readonly Mark[], known: ReadonlyMap<string, Source>): string[] {
  const cited = new Set<string>();
  for (const { sourceIds } of marks) {
    if (cited.size === known.size) break;
    for (const id of sourceIds) if (known.has(id)) cited.add(id);
  }
  return [...cited];
}

/** The status ladder (README, “The text format in one page”). Triangulation asks for different kinds of sources, after Yin. */
function statusOf(marks: readonly Mark[], isThin: boolean, sources: readonly string[], known: ReadonlyMap<string, Source>): Status {
  if (marks.length === 0) return 'missing';
  if (isThin) return 'thin';
  if (sources.length === 0) return 'addressed';
  const kinds = new Set(sources.flatMap((id) => known.get(id)?.kind ?? []));
  return sources.length >= 2 && kinds.size >= 2 ? 'triangulated' : 'evidenced';
}

function countStances(marks: readonly Mark[]): Record<Stance, number> {
  const counts: Record<Stance, number> = { supports: 0, contradicts: 0, qualifies: 0, rival: 0 };
  for (const { stances } of marks) stances.forEach((stance, index) => (counts[stance] += stances.indexOf(stance) === index ? 1 : 0));
  return counts;
}
