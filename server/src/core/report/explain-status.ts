import { marksCounted, type ItemCoverage } from '../coverage/item-coverage.ts';
import type { Source } from '../model/case-model.ts';

/** Why an item has its status, with the numbers that decide it, and what the next step of the ladder asks for. */
export function explainStatus(coverage: ItemCoverage, sources: ReadonlyMap<string, Source>, minWords: number): string {
  const { words, sources: cited, placeholders } = coverage;
  const kinds = new Set(cited.flatMap((id) => sources.get(id)?.kind ?? []));
  switch (coverage.status) {
    case 'missing':
      return coverage.finding?.verdict === 'not-applicable'
        ? 'Set aside as not applicable, but without a reason, so it still counts as missing.'
        : 'Nothing in the text is marked as being about it.';
    case 'thin':
      return placeholders.length > 0
        ? `${count(words, 'word')}, among them ${count(placeholders.length, 'placeholder')} still to be replaced.`
        : `${count(words, 'word')}; it takes ${minWords} to be addressed.`;
    case 'addressed':
      return `${count(words, 'word')} in ${count(marksCounted(coverage).length, 'place')}, but no source is cited; one makes it evidenced.`;
    case 'evidenced':
      return `${count(words, 'word')}; ${count(cited.length, 'source')} of ${count(kinds.size, 'kind')}. Two sources of two kinds make it triangulated.`;
    case 'triangulated':
      return `${count(words, 'word')}; ${count(cited.length, 'source')} of ${count(kinds.size, 'kind')}.`;
    case 'not-applicable':
      return `Set aside with a reason: ${coverage.finding?.because ?? ''}`;
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
