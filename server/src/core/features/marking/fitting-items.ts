import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import type { Mark } from '../../coverage/mark.ts';
import { STATUSES } from '../../model/vocabulary.ts';
import { labelKey } from '../../text/label.ts';
import { encloses, overlaps } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { Marking } from './mark-selection.ts';

/** What a hint is worth. A word of the item in the selection itself says more than one around it; that it is still missing settles ties. */
const CUE = 4;
const LABEL = 3;
const SECTION = 2;
const UNCOVERED = 1;
/** Characters of a selection in which words are looked for. */
const MOST_TEXT = 20_000;

/**
 * The items that text can be marked with, those first that fit it best: by their cues and names in it, by the section it
 * stands in, and by what the case lacks. Items that the same text is marked with already are left out, and so are ids that
 * two frameworks of the case share.
 */
export function fittingItems(analysis: CaseAnalysis, { form, span }: Pick<Marking, 'form' | 'span'>): ItemCoverage[] {
  const words = ` ${labelKey(analysis.text.slice(span.start, Math.min(span.end, span.start + MOST_TEXT)))} `;
  const says = (phrase: string): boolean => {
    const key = labelKey(phrase);
    return key !== '' && words.includes(` ${key} `);
  };
  const fit = ({ entry: { item }, marks, status }: ItemCoverage): number => {
    const cues = item.cues.filter(says).length;
    const named = [item.label, ...item.aliases].some(says);
    const isInSection = marks.some((mark) => isOfSection(mark) && encloses(mark.span, span));
    const isLacking = status === 'missing' || status === 'thin';
    return cues * CUE + (named ? LABEL : 0) + (isInSection ? SECTION : 0) + (isLacking ? UNCOVERED : 0);
  };
  const isMarked = (mark: Mark): boolean =>
    isOfSection(mark) ? form === 'section' && encloses(span, mark.nameSpan) : encloses(mark.span, span) && overlaps(mark.span, span);
  return markableItems(analysis)
    .filter(({ marks }) => !marks.some(isMarked))
    .map((item) => ({ item, fit: fit(item) }))
    .sort((a, b) => b.fit - a.fit || STATUSES.indexOf(a.item.status) - STATUSES.indexOf(b.item.status))
    .map(({ item }) => item);
}

function isOfSection({ form }: Mark): boolean {
  return form === 'section' || form === 'heading';
}

/** The items with an id that only one framework of the case has. */
export function markableItems({ coverage, frameworks }: CaseAnalysis): ItemCoverage[] {
  const unclear = new Set(frameworks.ambiguities.filter(({ kind }) => kind === 'id').map(({ name }) => name));
  return coverage.items.filter(({ entry }) => !unclear.has(entry.item.id));
}
