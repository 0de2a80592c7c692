import { oncePer } from '../memory/once-per.ts';
import { labelKey } from '../text/label.ts';
import type { HeadedSection, Template, TemplateSection } from './template-schema.ts';

/** The deepest heading of Markdown: nothing can be a subsection of it. */
export const DEEPEST = 6;

/** A heading and what belongs under it, in one language. */
export interface SectionWords {
  readonly heading: string;
  readonly hint: string | undefined;
}

/** A heading of a case, and the form in which headings are compared. */
export interface CaseHeading {
  readonly heading: string;
  readonly key: string;
}

/** The sections that one place of a template is about: one, of alternatives each, of items none. */
export function headedSections(section: TemplateSection): readonly HeadedSection[] {
  if ('heading' in section) return [section];
  return 'one_of' in section ? section.one_of : [];
}

/** Every place of a template with a heading, subsections included. */
export function allHeadedSections(template: Template): HeadedSection[] {
  const places = template.sections.flatMap((section) => ('sections' in section ? [section, ...section.sections] : [section]));
  return places.flatMap(headedSections);
}

/**
 * What a section is called in a language.
 * @param language a language code such as `da` or `da-DK`; the template's own words stand in for what is not translated
 */
export function wordsIn(section: HeadedSection, language: string | undefined): SectionWords {
  const code = language?.toLowerCase() ?? '';
  const known = Object.entries(section.translations);
  const [, translated] = known.find(([other]) => other.toLowerCase() === code) ?? known.find(([other]) => other === baseOf(code)) ?? [];
  return { heading: translated?.heading ?? section.heading, hint: translated?.hint ?? section.hint };
}

/** The languages that a template is there in: its own first, then those into which a heading of it is translated. */
export function languagesOf(template: Template): string[] {
  return [...new Set([template.lang, ...allHeadedSections(template).flatMap(({ translations }) => Object.keys(translations))])];
}

/** All headings that will do for a section, in every language, in the form in which headings are compared. */
export function headingKeys({ heading, aliases, translations }: HeadedSection): string[] {
  const all = [heading, ...aliases, ...Object.values(translations).flatMap((words) => [words.heading, ...words.aliases])];
  return [...new Set(all.map(labelKey))];
}

/**
 * Tells which headings of a case are a section's. “Market 2” and “Market: Norway” are further sections “Market”, if it is
 * repeatable. Made once for all headings: it takes a while to bring a section's own into the form in which they are compared.
 */
export const headingTest = oncePer((section: HeadedSection): ((heading: CaseHeading) => boolean) => {
  const keys = new Set(headingKeys(section));
  return ({ heading, key }) => keys.has(key) || (section.repeatable && keys.has(keyWithoutSubject(heading)));
});

function keyWithoutSubject(heading: string): string {
  const subject = heading.search(/[:–—]\s|\s-\s/u);
  return labelKey(subject < 0 ? heading : heading.slice(0, subject)).replace(/ \d+$/, '');
}

/** `da` of `da-DK`. */
function baseOf(code: string): string {
  return code.split('-', 1)[0] ?? code;
}
