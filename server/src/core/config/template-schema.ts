import * as z from 'zod';
import { onFirstUse } from '../memory/once-per.ts';

/*
 * A case template: the front-matter fields and the sections that a team requires. This schema is the check, the types
 * and schemas/template.schema.json. It is made when a template is first read: those that ship are read when the program is
 * built.
 */

export const templateSchema = onFirstUse(() => {
  const filled = z.string().trim().min(1);
  const language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language code such as da');

  const words = {
    heading: filled.describe('The heading, as it is inserted.'),
    aliases: z.array(filled).default([]).describe('Other headings that will do.'),
    hint: filled.optional().describe('What belongs here; inserted as a comment.'),
  };

  const headed = {
    ...words,
    repeatable: z.boolean().default(false).describe('May occur more than once, also as “Market 2” or “Market: Norway”.'),
    translations: z
      .record(language, z.strictObject(words))
      .default({})
      .describe('The same in other languages, by language code: {da: {heading: Konklusion}}. Each of the headings will do in every case.'),
  };

  const optional = z.boolean().default(false).describe('May be left out.');

  const subsection = z.strictObject({ ...headed, optional });

  const alternatives = z.strictObject({
    one_of: z
      .array(z.strictObject(headed))
      .min(2, 'a list of two sections or more, of which one will do')
      .describe('Sections of which one will do; the first is inserted.'),
    optional,
  });

  const itemSections = z.strictObject({
    items: z.union([z.literal('all'), z.array(z.string())]).describe('One section for each item: of all frameworks of the case, or of those named.'),
    optional: z.boolean().default(true).describe('Items may also be covered by marks in other sections.'),
  });

  const section = z.strictObject({
    ...headed,
    optional,
    sections: z
      .array(z.union([subsection, alternatives, itemSections]))
      .default([])
      .describe('Its subsections, in order.'),
  });

  return z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
    title: filled,
    description: filled.optional(),
    lang: language.default('en').describe('The language that headings and hints are written in, apart from their translations.'),
    fields: z.array(z.string()).default([]).describe('Front-matter fields that must be filled in: title, firm.country.'),
    sections: z
      .array(z.union([section, alternatives, itemSections]))
      .default([])
      .describe('The sections of a case, in order.'),
  });
});

export type Template = z.output<ReturnType<typeof templateSchema>>;
type TopSection = Template['sections'][number];
/** A section or subsection of a template: one with a heading, a choice between several, or those of items. */
export type TemplateSection = TopSection | Extract<TopSection, { sections: unknown }>['sections'][number];
/** A section with a heading of the template's own. */
export type HeadedSection = Extract<TopSection, { one_of: unknown }>['one_of'][number];
