import { bareDoi, webAddress, yearIn, type Person, type Reference } from '../reference.ts';

type Json = Readonly<Record<string, unknown>>;

/** What an entry of CSL-JSON says. Anything in it that is not as it should be is left out. */
export function cslReference(entry: unknown): Reference {
  const fields = recordOf(entry);
  const authors = personsOf(fields.author);
  const persons = authors.length > 0 ? authors : personsOf(fields.editor);
  return {
    authors: persons.filter(({ family }) => !isMore(family)),
    areEditors: authors.length === 0 && persons.length > 0,
    hasMoreAuthors: persons.some(({ family }) => isMore(family)),
    title: textOf(fields.title),
    year: yearOf(fields.issued),
    container: textOf(fields['container-title']),
    volume: textOf(fields.volume),
    issue: textOf(fields.issue),
    pages: textOf(fields.page)?.replace(/(?<=\d)\s*-\s*(?=\d)/g, '–'),
    publisher: textOf(fields.publisher),
    doi: bareDoi(textOf(fields.DOI)),
    url: webAddress(textOf(fields.URL)),
  };
}

function personsOf(value: unknown): Person[] {
  return (Array.isArray(value) ? value : []).flatMap((person: unknown): Person[] => {
    const names = recordOf(person);
    const literal = textOf(names.literal);
    if (literal !== undefined) return [{ family: literal, given: undefined }];
    const family = [textOf(names['non-dropping-particle']), textOf(names.family)].filter((part) => part !== undefined).join(' ');
    const given = [textOf(names.given), textOf(names['dropping-particle'])].filter((part) => part !== undefined).join(' ');
    return family === '' && given === '' ? [] : [{ family: family || given, given: family === '' ? undefined : given || undefined }];
  });
}

function isMore(name: string): boolean {
  return /^(?:others|et al\.?)$/i.test(name);
}

/** `{"date-parts": [[2007, 5]]}`, or a date that the program could not take apart. */
function yearOf(issued: unknown): string | undefined {
  const date = recordOf(issued);
  const parts: unknown = Array.isArray(date['date-parts']) ? date['date-parts'][0] : undefined;
  const year: unknown = Array.isArray(parts) ? parts[0] : undefined;
  return yearIn(textOf(year) ?? textOf(date.raw) ?? textOf(date.literal) ?? textOf(issued));
}

/** Text or a number, as a reader sees it: CSL-JSON may hold tags for italics and small capitals. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value)
    .replace(/<\/?(?:i|b|sc|sub|sup|span)\b[^<>]*>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
