import type { ShownMark, ShownMarks } from '../../../server/src/protocol.ts';
import type { MarkDisplay } from './mark-display.ts';

/** How many frameworks have a colour of their own; of more, the next begins with the first colour again. */
export const COLOURS = 6;

type Range = ShownMark['range'];

/** What is drawn in the colour of one framework. */
export interface Painted {
  /** Marked text. */
  readonly tints: readonly Range[];
  /** Ids where they stand in the text. */
  readonly chips: readonly Range[];
  /** Ids that do not stand in the text, with the place that they are put behind: a heading that marks its section. */
  readonly added: readonly { readonly range: Range; readonly text: string }[];
  /** Lines with a bar at the margin: from the first to the last. */
  readonly bars: readonly { readonly first: number; readonly last: number }[];
  /** Ids beside the numbers of the lines on which marks begin: there is room for one, in the colour of the first mark. */
  readonly labels: readonly { readonly line: number; readonly text: string }[];
}

const NOTHING: Painted = { tints: [], chips: [], added: [], bars: [], labels: [] };

/**
 * What is to be drawn, by colour: as many entries as there are colours. The text of a section, a container or a paragraph gets a
 * bar and no tint, since a page full of colour says less than a line at its side.
 */
export function arrangeMarks(shown: ShownMarks | null, display: MarkDisplay): readonly Painted[] {
  const labels = labelsOf(shown?.marks ?? []);
  return Array.from({ length: COLOURS }, (_, colour) => {
    if (!shown || display === 'off') return NOTHING;
    const marks = shown.marks.filter(({ framework }) => framework % COLOURS === colour);
    return {
      tints: display === 'tint' ? marks.filter(({ form }) => form === 'text').map(({ range }) => range) : [],
      chips: marks.filter(({ form }) => form !== 'heading').map(({ nameRange }) => nameRange),
      added: marks.filter(({ form }) => form === 'heading').map(({ nameRange, item }) => ({ range: nameRange, text: item })),
      bars: shown.bars.filter(({ framework }) => framework % COLOURS === colour),
      labels: labels.filter(({ framework }) => framework % COLOURS === colour).map(({ line, text }) => ({ line, text })),
    };
  });
}

interface Label {
  readonly framework: number;
  readonly line: number;
  readonly text: string;
}

/** One label for each line: the id of the first mark on it, with a plus where there are marks on other items, too. */
function labelsOf(marks: readonly ShownMark[]): Label[] {
  const lines = new Map<number, ShownMark[]>();
  for (const mark of marks) {
    const { line } = mark.nameRange.start;
    const others = lines.get(line) ?? [];
    if (others.every(({ item }) => item !== mark.item)) lines.set(line, [...others, mark]);
  }
  return [...lines].flatMap(([line, found]) => {
    const [first, ...more] = found.sort((a, b) => a.nameRange.start.character - b.nameRange.start.character);
    return first ? [{ framework: first.framework, line, text: more.length === 0 ? first.item : `${first.item}+` }] : [];
  });
}
