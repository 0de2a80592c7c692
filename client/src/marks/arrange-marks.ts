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
}

const NOTHING: Painted = { tints: [], chips: [], added: [], bars: [] };

/**
 * What is to be drawn, by colour: as many entries as there are colours. The text of a section, a container or a paragraph gets a
 * bar and no tint, since a page full of colour says less than a line at its side.
 */
export function arrangeMarks(shown: ShownMarks | null, display: MarkDisplay): readonly Painted[] {
  return Array.from({ length: COLOURS }, (_, colour) => {
    if (!shown || display === 'off') return NOTHING;
    const marks = shown.marks.filter(({ framework }) => framework % COLOURS === colour);
    return {
      tints: display === 'tint' ? marks.filter(({ form }) => form === 'text').map(({ range }) => range) : [],
      chips: marks.filter(({ form }) => form !== 'heading').map(({ nameRange }) => nameRange),
      added: marks.filter(({ form }) => form === 'heading').map(({ nameRange, item }) => ({ range: nameRange, text: item })),
      bars: shown.bars.filter(({ framework }) => framework % COLOURS === colour),
    };
  });
}
