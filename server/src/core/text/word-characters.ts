/**
 * What words are made of, for the inside of a class in a pattern: letters of the alphabets of Europe and the Near East,
 * and digits. Of many large patterns with `\p{L}` and the flag `u`, each takes as long to make ready as a page takes to be
 * read; these ranges take a twentieth of that. They are enough to tell where a word ends.
 */
export const LETTERS = String.raw`A-Za-z\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u02AF\u0370-\u1FFF`;
export const LETTERS_AND_DIGITS = String.raw`${LETTERS}\d`;
