/** Numbering at the start of a heading: "3", "3.2.", "IV)", "A." followed by text. */
const NUMBERING = /^(?:(?:\d+(?:\.\d+)*|[ivxlcdm]+(?=[.)])|[a-z](?=[.)]))[.):]?\s+)/i;

/**
 * A heading or label in the form in which two of them are compared: numbering, case, accents written as combining
 * marks, punctuation and runs of space do not matter.
 * An empty string when nothing but punctuation is left.
 */
export function labelKey(label: string): string {
  return label
    .normalize('NFC')
    .trim()
    .replace(NUMBERING, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
