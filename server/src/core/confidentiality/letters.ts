/** A letter or digit as names are compared: lower case, without diacritics. */
export interface Letter {
  readonly code: number;
  /** It is one of those that are also written with two letters: ø, æ, å, ä, ö, ü, ß. */
  readonly isSpecial: boolean;
}

/** The letters that Unicode does not take apart, or that are more than a letter with a sign. */
const SPECIAL: Readonly<Record<string, string>> = { æ: 'a', å: 'a', ä: 'a', ø: 'o', ö: 'o', œ: 'o', ü: 'u', ß: 's' };
const OTHERS: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't' };

const NONE: readonly Letter[] = [];
/** The letters that one character beyond ASCII is; none for anything but a letter or a digit. */
export function lettersOf(sign: string): readonly Letter[] {
  if (sign < '\x80' || !/[\p{L}\p{N}]/u.test(sign)) return NONE;
  return Array.from(sign.toLowerCase().normalize('NFC')).flatMap((letter): readonly Letter[] => {
    const special = Object.hasOwn(SPECIAL, letter) ? SPECIAL[letter] : undefined;
    if (special !== undefined) return [{ code: special.charCodeAt(0), isSpecial: true }];
    const plain = Object.hasOwn(OTHERS, letter) ? (OTHERS[letter] ?? '') : letter.normalize('NFKD').replace(/\p{M}/gu, '');
    return Array.from(plain).map((part) => ({ code: part.codePointAt(0) ?? 0, isSpecial: false }));
  });
}
