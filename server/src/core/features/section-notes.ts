import type { SectionSlot } from './section-order.ts';

/** What a new case says of a section besides what belongs there, in the languages of the built-in templates. */
interface NoteWords {
  readonly optional: string;
  readonly repeatable: string;
  readonly instead: (headings: string) => string;
  readonly or: string;
}

const ENGLISH: NoteWords = {
  optional: 'This section may be left out.',
  repeatable: 'There may be several of this section.',
  instead: (headings) => `Instead of this section, ${headings} will do.`,
  or: ' or ',
};

const DANISH: NoteWords = {
  optional: 'Afsnittet kan udelades.',
  repeatable: 'Der kan være flere af dette afsnit.',
  instead: (headings) => `I stedet for dette afsnit kan man skrive ${headings}.`,
  or: ' eller ',
};

/** What an author may do with a section of a new case: leave it out, repeat it, or write another one instead. */
export function notesOn({ item, sections, optional, repeatable, alternatives }: Omit<SectionSlot, 'within'>, language: string | undefined): string[] {
  const words = language?.toLowerCase().split('-', 1)[0] === 'da' ? DANISH : ENGLISH;
  const others = alternatives.map(({ heading }) => `“${heading}”`).join(words.or);
  // That items need no section of their own goes without saying: their questions are there to be answered.
  const isItems = item !== undefined && sections.length === 0;
  return [
    ...(alternatives.length > 0 ? [words.instead(others)] : []),
    ...(repeatable ? [words.repeatable] : []),
    ...(optional && !isItems ? [words.optional] : []),
  ];
}
