import { onFirstUse } from '../../memory/once-per.ts';
import type { BibliographyEntries } from '../bibliography-entry.ts';
import { bareDoi, webAddress, yearIn, type Reference } from '../reference.ts';
import { cutEntries, type CutEntry, type CutFile } from './cut-entries.ts';
import { latexText } from './latex-text.ts';
import { readNames } from './names.ts';
import { scanEntry, type ValuePart } from './scan-entry.ts';

/** The fields of an entry, by their names in small letters, as LaTeX. */
type Fields = ReadonlyMap<string, string>;

/** What each flaw of an entry means to who wrote the file; “the entry …” goes before it. */
const FLAWS: Readonly<Record<CutFile['flaws'][number]['kind'], string>> = {
  unclosed:
    'is not closed before the next one begins, so part of it may be lost. Look for a “{” or a quotation mark without its partner, and close the entry with “}”.',
  'no-equals': 'has something here that is no field, so it is left out. A field is a name, “=” and a text in braces: year = {2007}.',
  'no-value': 'has a field without a value here, so it is left out. Write the value in braces, or remove the field.',
  'no-comma':
    'lacks a comma here, where another field or the end of the entry should follow. Put a comma behind each field, and a text of several words in braces.',
  stray: 'has something here that belongs to no field, so it is left out. Look for a brace or a quotation mark too many, or one that is missing.',
  'ends-early': 'ends here, before its last fields, so these are lost. Remove the “}” too many.',
  'no-key': 'This entry has no key by which it can be cited. Put one word and a comma behind its first brace: @article{wright2007, …',
};

/** With these, entries may be lost; with the others, every entry can be cited and lacks a field at most. */
const LOSES_ENTRIES: ReadonlySet<keyof typeof FLAWS> = new Set(['unclosed', 'no-key']);

/** The entries of a BibTeX or BibLaTeX file. Never throws; of a broken entry what can be read is used. */
export function readBibTeX(text: string): BibliographyEntries {
  const file = cutEntries(text);
  const reader = onFirstUse(() => new EntryReader(text, file));
  return {
    entries: file.entries.map((entry) => ({ ...entry, read: () => reader().reference(entry) })),
    problems: file.flaws.map(({ span, key, kind }) => {
      const message = key === undefined ? FLAWS[kind] : `The entry “${key}” ${FLAWS[kind]}`;
      return LOSES_ENTRIES.has(kind) ? { span, message } : { span, message, severity: 'warning' };
    }),
  };
}

/** How far references to other entries are followed; a longer chain leads in a circle. */
const MOST_PARENTS = 5;

class EntryReader {
  readonly #text: string;
  readonly #entries: ReadonlyMap<string, CutEntry>;
  readonly #strings: Fields;

  constructor(text: string, { entries, strings }: CutFile) {
    this.#text = text;
    this.#entries = new Map([...entries].reverse().map((entry) => [entry.key.toLowerCase(), entry]));
    const named = new Map<string, string>();
    for (const { fieldsAt, closing } of strings) {
      scanEntry(text, fieldsAt, closing, (name, parts) => {
        named.set(name.toLowerCase(), joined(parts, named));
      });
    }
    this.#strings = named;
  }

  reference(entry: CutEntry): Reference {
    return referenceOf(this.#fields(entry, MOST_PARENTS));
  }

  /** The fields of an entry, and those that it takes over from the one it refers to. */
  #fields(entry: CutEntry, parents: number): Fields {
    const fields = new Map<string, string>();
    scanEntry(this.#text, entry.fieldsAt, entry.closing, (name, parts) => {
      fields.set(name.toLowerCase(), joined(parts, this.#strings));
    });
    const parentKey = (fields.get('crossref') ?? fields.get('xdata'))?.trim().toLowerCase();
    const parent = parentKey === undefined || parents === 0 ? undefined : this.#entries.get(parentKey);
    if (!parent) return fields;
    const inherited = new Map(this.#fields(parent, parents - 1));
    const title = inherited.get('title');
    // A chapter’s own title is not that of its book.
    if (title !== undefined && fields.has('crossref') && !inherited.has('booktitle')) inherited.set('booktitle', title);
    return new Map([...inherited, ...fields]);
  }
}

/** A value put together; a name that nothing is known by stands for itself. */
function joined(parts: readonly ValuePart[], strings: Fields): string {
  return parts.map(({ kind, text }) => (kind === 'text' ? text : (strings.get(text.toLowerCase()) ?? MONTHS.get(text.toLowerCase()) ?? text))).join('');
}

/** The names that BibTeX knows without any definition. */
const MONTHS: ReadonlyMap<string, string> = new Map(
  ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'].map((month) => [
    month.slice(0, 3).toLowerCase(),
    month,
  ]),
);

function referenceOf(fields: Fields): Reference {
  /** The first of some fields that says anything. */
  const textOf = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const text = latexText(fields.get(name) ?? '');
      if (text !== '') return text;
    }
    return undefined;
  };
  const authors = readNames(fields.get('author') ?? '');
  const names = authors.persons.length > 0 ? authors : readNames(fields.get('editor') ?? '');
  const [title, subtitle] = [textOf('title'), textOf('subtitle')];
  const container = textOf('journaltitle', 'journal', 'booktitle', 'maintitle');
  const year = yearIn(textOf('date', 'year'));
  return {
    authors: names.persons,
    areEditors: names !== authors && names.persons.length > 0,
    hasMoreAuthors: names.hasMore,
    title: title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title,
    year,
    container: container === title ? undefined : container,
    volume: textOf('volume'),
    issue: textOf('number', 'issue'),
    pages: textOf('pages')?.replace(/(?<=\d)\s*-\s*(?=\d)/g, '–'),
    publisher: textOf('publisher', 'institution', 'school', 'organization'),
    doi: bareDoi(verbatim(fields.get('doi'))),
    url: webAddress(verbatim(fields.get('url') ?? fields.get('howpublished'))),
  };
}

/** An address as it is meant: LaTeX’s escapes and the command around it are taken off, nothing else is. */
function verbatim(latex: string | undefined): string | undefined {
  return latex
    ?.replace(/^\s*\\url\s*/, '')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/[{}]/g, '');
}
