/**
 * What JSON may hold as it is and a terminal or an editor would obey: control characters above ASCII, and those that turn
 * the direction of writing. In JSON they can only stand in texts and names.
 */
const OBEYED = /[\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;

/** A value as JSON in lines. It says the same as `JSON.stringify`, but can be looked at: what would act is written as `\u202e`. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
