import { doiAddress, type Reference } from '../../bibliography/reference.ts';
import { plain } from './markdown-text.ts';

/** With more authors than these, the first stands for all. */
const MOST_AUTHORS = 3;

/** Who wrote a work and when, as a text names it: “Wright et al. (2007)”; as far as either is known. */
export function authorsAndYear(reference: Reference): string | undefined {
  const { year } = reference;
  const authors = namesOf(reference);
  if (year === undefined) return authors;
  return authors === undefined ? `(${year})` : `${authors} (${year})`;
}

/** A work in one line of Markdown as lists of references have it, author and year first; its DOI, else its address, as a link. Empty where nothing is known. */
export function describeReference(reference: Reference): string {
  const { title, container, publisher, doi, url } = reference;
  const head = authorsAndYear(reference);
  const parts = [
    head === undefined ? undefined : plain(head),
    // Set apart is what stands on a shelf: the journal or book, else the work itself.
    title === undefined ? undefined : container === undefined ? `*${plain(title)}*` : plain(title),
    containerOf(reference),
    publisher === undefined ? undefined : plain(publisher),
  ].filter((part) => part !== undefined);
  const sentences = parts.map((part) => (/[.!?…]\*?$/.test(part) ? part : `${part}.`));
  return [...sentences, linkOf(doi, url)].filter((part) => part !== '').join(' ');
}

/** Everybody who wrote or edited a work, its year and its title, as words to search by. */
export function searchWords({ authors, year, title }: Reference): string[] {
  return [...authors.map(({ family }) => family), year, title].filter((word) => word !== undefined);
}

function namesOf({ authors, areEditors, hasMoreAuthors }: Reference): string | undefined {
  const names = authors.map(({ family }) => family);
  const [first] = names;
  if (first === undefined) return undefined;
  const last = names.at(-1) ?? first;
  const listed = names.length === 1 ? first : `${names.slice(0, -1).join(', ')} & ${last}`;
  const all = names.length > MOST_AUTHORS || hasMoreAuthors ? `${first} et al.` : listed;
  return areEditors ? `${all} (${names.length === 1 && !hasMoreAuthors ? 'Ed.' : 'Eds.'})` : all;
}

function containerOf({ container, volume, issue, pages }: Reference): string | undefined {
  const number = `${plain(volume ?? '')}${issue === undefined ? '' : `(${plain(issue)})`}`;
  if (container === undefined) return undefined;
  return [`*${plain(container)}*${number === '' ? '' : ` ${number}`}`, ...(pages === undefined ? [] : [plain(pages)])].join(', ');
}

/** A link to where a work can be found, its DOI first; empty where neither is known. */
export function linkOf(doi: string | undefined, url: string | undefined): string {
  if (doi !== undefined) return `[${plain(`doi:${doi}`)}](${doiAddress(doi)})`;
  return url === undefined ? '' : `[${plain(url)}](${url})`;
}
