/*
 * Which endings make a form of a name and not another word: Anna’s, Annas and Hansenile are forms, Annapolis and Janet
 * are not. The languages are those of the cases: English, Danish, German, Estonian.
 */

/** Genitive and plural. */
const SHORT: ReadonlySet<string> = new Set(['', 's', 'es']);

/** Too short names have too many neighbours among words: with -i and -na, Mart would be found in Martina. */
const LONG_ENOUGH = 5;

const DANISH_AND_GERMAN = ['ens', 'erne', 'ernes', 'sche', 'schen', 'scher', 'sches', 'schem', 'sk', 'ske'];
/** The cases of Estonian behind a vowel; behind a consonant, foreign names get an -i- before them. */
const ESTONIAN = ['t', 'sse', 's', 'st', 'le', 'l', 'lt', 'ks', 'ga', 'ta', 'ni', 'na'];
/** After a vowel, these would make other names: Mariana, Joanni. */
const NOT_AFTER_VOWELS: ReadonlySet<string> = new Set(['ni', 'na']);

const AFTER_VOWELS: ReadonlySet<string> = new Set([...SHORT, ...DANISH_AND_GERMAN, ...ESTONIAN.filter((ending) => !NOT_AFTER_VOWELS.has(ending))]);
const AFTER_CONSONANTS: ReadonlySet<string> = new Set([...SHORT, ...DANISH_AND_GERMAN, 'i', 'id', 'ide', ...ESTONIAN.map((ending) => `i${ending}`)]);

/** The longest ending that there is, in letters. */
export const LONGEST_ENDING = 5;

/**
 * Whether a word is a form of the name with which it begins.
 * @param word the name's last word, folded
 * @param ending the letters behind it, in lower case
 * @param isApart whether an apostrophe stands between the two
 */
export function isWordForm(word: string, ending: string, isApart: boolean): boolean {
  if (SHORT.has(ending)) return true;
  if (!isApart && word.length < LONG_ENOUGH) return false;
  return isApart ? AFTER_VOWELS.has(ending) || AFTER_CONSONANTS.has(ending) : (/[aeiouy]$/.test(word) ? AFTER_VOWELS : AFTER_CONSONANTS).has(ending);
}
