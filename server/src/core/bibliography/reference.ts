/** Who wrote or edited a work. A body such as the World Bank has a family name only. */
export interface Person {
  readonly family: string;
  readonly given: string | undefined;
}

/** What a list of references says of a work, as plain text: nothing of LaTeX or JSON is left in it. */
export interface Reference {
  readonly authors: readonly Person[];
  /** Whether the persons edited the work, because no author is given. */
  readonly areEditors: boolean;
  /** Whether the list of persons ends in “and others”. */
  readonly hasMoreAuthors: boolean;
  readonly title: string | undefined;
  /** Four digits where the work gives a date; else what it says instead: “forthcoming”. */
  readonly year: string | undefined;
  /** What the work appeared in: a journal, a book. */
  readonly container: string | undefined;
  readonly volume: string | undefined;
  readonly issue: string | undefined;
  readonly pages: string | undefined;
  readonly publisher: string | undefined;
  /** Bare, as `10.1080/00343400601120288`. */
  readonly doi: string | undefined;
  readonly url: string | undefined;
}

/** A DOI without what people write before it (`https://doi.org/`, `doi:`); undefined for what is none. */
export function bareDoi(text: string | undefined): string | undefined {
  return /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s"<>{}\\^`|\p{C}]+)$/iu.exec(text?.trim() ?? '')?.[1];
}

/** Where a DOI leads. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[#?()]/g, percent)}`;
}

/** An address that a reader may follow, fit to stand in a link: one of the web, without anything that hides or turns what it is. */
export function webAddress(text: string | undefined): string | undefined {
  const address = text?.trim() ?? '';
  return /^https?:\/\/[^\s"<>\\^`{|}\p{C}]+$/iu.test(address) ? address.replace(/[()[\]]/g, percent) : undefined;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The year in a date however it is written: `2007`, `2007-05-01`, `c. 2007`, `2007/2008`; the text itself where it holds none. */
export function yearIn(date: string | undefined): string | undefined {
  const text = date?.trim() ?? '';
  return /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0] ?? (text === '' ? undefined : text);
}
