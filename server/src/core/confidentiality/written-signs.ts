/** A character that is written with several others. */
export interface WrittenSign {
  readonly sign: string;
  /** Of what is written, in UTF-16 units. */
  readonly length: number;
}

/** What the names of letters with a diacritic end in; the letter stands before it: `&eacute;`. */
const DIACRITICS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  breve: '\u0306',
  caron: '\u030C',
  cedil: '\u0327',
  circ: '\u0302',
  dblac: '\u030B',
  dot: '\u0307',
  grave: '\u0300',
  macr: '\u0304',
  ogon: '\u0328',
  ring: '\u030A',
  tilde: '\u0303',
  uml: '\u0308',
};

/** The other letters and signs that may stand within a name, or between its words. */
const NAMED: Readonly<Record<string, string>> = {
  AElig: 'Æ',
  aelig: 'æ',
  apos: "'",
  Dstrok: 'Đ',
  dstrok: 'đ',
  emsp: ' ',
  ensp: ' ',
  ETH: 'Ð',
  eth: 'ð',
  Hstrok: 'Ħ',
  hstrok: 'ħ',
  hyphen: '\u2010',
  inodot: 'ı',
  lsquo: '\u2018',
  Lstrok: 'Ł',
  lstrok: 'ł',
  nbsp: '\u00A0',
  NewLine: '\n',
  NoBreak: '\u2060',
  OElig: 'Œ',
  oelig: 'œ',
  Oslash: 'Ø',
  oslash: 'ø',
  rsquo: '\u2019',
  shy: '\u00AD',
  szlig: 'ß',
  thinsp: ' ',
  THORN: 'Þ',
  thorn: 'þ',
  Tstrok: 'Ŧ',
  tstrok: 'ŧ',
  ZeroWidthSpace: '\u200B',
  zwj: '\u200D',
  zwnj: '\u200C',
};

/** The letter or sign that a reference of Markdown and HTML is: `&nbsp;`, `&eacute;`, `&#248;`; undefined where none begins. */
export function referenceAt(text: string, at: number): WrittenSign | undefined {
  const pattern = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/iy;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [{ length }, decimal, hexadecimal, name = ''] = match;
  const code = decimal ?? hexadecimal;
  const sign = code === undefined ? named(name) : coded(code, decimal === undefined ? 16 : 10);
  return sign === undefined ? undefined : { sign, length };
}

function named(name: string): string | undefined {
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const diacritic = name.slice(1);
  return Object.hasOwn(DIACRITICS, diacritic) ? `${name.charAt(0)}${DIACRITICS[diacritic] ?? ''}`.normalize('NFC') : undefined;
}

/** The escapes of one letter that stand for white space or for nothing that is seen. */
const BLANKS = /[0abefnrtvNLP_ ]/;

/** The character that an escape between the double quotation marks of YAML is: `\u00f8`, `\t`; undefined where none begins. */
export function escapeAt(text: string, at: number): WrittenSign | undefined {
  const pattern = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(\r?\n[ \t]*)|(.))/y;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [{ length }, two, four, eight, lineEnd, letter = ''] = match;
  // Behind a backslash the next line goes on as if none had begun.
  if (lineEnd !== undefined) return { sign: '\u200B', length };
  const code = two ?? four ?? eight;
  const sign = code === undefined ? (BLANKS.test(letter) ? ' ' : letter) : coded(code, 16);
  return sign === undefined ? undefined : { sign, length };
}

function coded(digits: string, base: number): string | undefined {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
