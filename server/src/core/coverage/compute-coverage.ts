import type { FrameworkItem, FrameworkSet } from '../frameworks/framework-set.ts';
import type { CaseModel, Source } from '../model/case-model.ts';
import { recordOf, STANCES, type Stance, type Status } from '../model/vocabulary.ts';
import { overlaps, unionOfSpans } from '../text/span.ts';
import { countBetween } from '../text/words.ts';
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
  const byItem = new Map<FrameworkItem, Mark[]>(frameworks.items.map((entry) => [entry, []]));
  for (const mark of marks) byItem.get(mark.item)?.push(mark);
  const items = frameworks.items.map((entry) => {
    const partMarks = (frameworks.parts.get(entry) ?? []).flatMap((part) => byItem.get(part) ?? []);
    return coverItem(model, entry, byItem.get(entry) ?? [], partMarks, known, minWords);
  });
  return { items, marks };
}

function coverItem(
  model: CaseModel,
  entry: FrameworkItem,
  marks: readonly Mark[],
  partMarks: readonly Mark[],
  known: ReadonlyMap<string, Source>,
  minWords: number,
): ItemCoverage {
  const all = marksCounted({ marks, partMarks });
  const text = unionOfSpans(all.map((mark) => mark.span));
  const words = text.reduce((sum, span) => sum + countBetween(model.words, span.start, span.end), 0);
  const placeholders = model.placeholders.filter((placeholder) => text.some((span) => overlaps(span, placeholder)));
  const sources = [...new Set(all.flatMap((mark) => mark.sources.map((use) => use.id)))].filter((id) => known.has(id));
  const finding = model.findings.find((candidate) => candidate.itemId === entry.item.id);
  const notApplicable = finding?.verdict === 'not-applicable' && finding.because !== undefined;
  const status = notApplicable ? 'not-applicable' : statusOf(all, words < minWords || placeholders.length > 0, sources, known);
  return { entry, status, words, text, placeholders, sources, stances: countStances(marks), finding, marks, partMarks };
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
  return recordOf(STANCES, (stance) => marks.filter((mark) => mark.stances.includes(stance)).length);
}
