import type { Severity } from '../config/config-schema.ts';
import type { Status } from '../model/vocabulary.ts';

/** How text for a terminal may look. */
export interface Style {
  /** Columns that a line may take; Infinity where lines are not to be broken. */
  readonly width: number;
  /** Nothing is ever said by colour alone, so text without it says the same. */
  readonly colour: boolean;
}

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39] } as const;
export type Colour = keyof typeof CODES;

export const SEVERITY_COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue' };
export const STATUS_COLOURS: Readonly<Record<Status, Colour>> = {
  missing: 'red',
  thin: 'yellow',
  addressed: 'blue',
  evidenced: 'green',
  triangulated: 'green',
  'not-applicable': 'dim',
};

/** The text in a colour, where the style allows any. */
export function paint(text: string, colour: Colour, style: Style): string {
  const [on, off] = CODES[colour];
  return style.colour ? `\u001B[${on}m${text}\u001B[${off}m` : text;
}
