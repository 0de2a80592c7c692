/** How marks are shown in the text: not at all; by chips and bars at the margin; or with their text tinted, too. */
export type MarkDisplay = 'off' | 'chips' | 'tint';

const DISPLAYS: readonly MarkDisplay[] = ['chips', 'tint', 'off'];

/** What a setting says; what it cannot say counts as the default. */
export function readDisplay(value: unknown): MarkDisplay {
  return DISPLAYS.find((display) => display === value) ?? 'chips';
}

/** What Toggle Marks turns to: from the quiet one to the loud one, to none. */
export function nextDisplay(display: MarkDisplay): MarkDisplay {
  return DISPLAYS[(DISPLAYS.indexOf(display) + 1) % DISPLAYS.length] ?? 'chips';
}
