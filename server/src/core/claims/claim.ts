import type { Amount } from '../text/amount.ts';
import type { Span } from '../text/span.ts';

/** What a claim is about: the year of founding, the number of employees, a growth rate, the name of a class of firms … */
export type ClaimTopic =
  | 'founded'
  | 'employees'
  | 'sales'
  | 'foreign-share'
  | 'home-share'
  | 'countries'
  | 'first-foreign-sale'
  | 'sales-growth'
  | 'employees-growth'
  | 'born-global'
  | 'born-again-global';

/**
 * When a claim holds: as the case is written ("has", "at the time of the interview"), in a year, from one year to
 * another, or at some time in the past that is not said.
 */
export type ClaimTime =
  { readonly kind: 'now' } | { readonly kind: 'past' } | { readonly kind: 'year'; readonly year: number; readonly since: number | undefined };

/**
 * A statement of the prose that a field of the front matter may make, too: "was founded in 1984", "has 40 employees". It is
 * what a block says, read without knowing whose case it is; whether it is about the case's own firm is judged later, from
 * the words around it.
 */
export interface Claim {
  readonly topic: ClaimTopic;
  /** The words that state it, such as "about 40"; of a class of firms, its name. */
  readonly span: Span;
  /** What is stated; undefined for classes of firms. Growth is a factor or a percentage that may be negative. */
  readonly amount: Amount | undefined;
  readonly time: ClaimTime;
  /** What the statement may begin with, as its grammar has it; see `SubjectForm`. */
  readonly subject: SubjectForm;
  /** For a statement whose firm stands behind or inside it: those words. */
  readonly named: string | undefined;
  /** Of a share: the country that it is of, or outside of, as written; undefined for "abroad" and "at home". */
  readonly place: string | undefined;
  /** The words of the sentence before the statement. */
  readonly opening: string;
  /** The sentences of the paragraph before this one, first to last. */
  readonly before: readonly string[];
}

/**
 * Where a statement says whose it is:
 * - `verb`: the firm is the subject before the verb: *Nordlys* has 40 employees;
 * - `participle`: the firm stands right before it: *Nordlys*, founded in 1984;
 * - `owner`: the firm owns the noun it begins with: *its* revenue is, *Nordlys's* sales were, or nobody is named;
 * - `named`: the firm is named inside the statement or behind it: with 40 employees, *Nordlys* …
 */
export type SubjectForm = 'verb' | 'participle' | 'owner' | 'named';
