import * as z from 'zod';

/*
 * A case template: the front-matter fields and the sections that a team requires. This schema is the check, the types
 * and schemas/template.schema.json.
 */

const filled = z.string().trim().min(1);

const namedSection = z.strictObject({
  heading: filled.describe('The heading, as it is inserted.'),
  aliases: z.array(filled).default([]).describe('Other headings that will do.'),
  hint: filled.optional().describe('What belongs here; inserted as a comment.'),
  optional: z.boolean().default(false),
  repeatable: z.boolean().default(false).describe('May occur more than once.'),
});

const itemSections = z.strictObject({
  items: z.union([z.literal('all'), z.array(z.string())]).describe('One section for each item: of all frameworks of the case, or of those named.'),
  optional: z.boolean().default(true).describe('Items may also be covered by marks in other sections.'),
});

export const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  title: filled,
  description: filled.optional(),
  fields: z.array(z.string()).default([]).describe('Front-matter fields that must be filled in: title, firm.country.'),
  sections: z
    .array(z.union([namedSection, itemSections]))
    .default([])
    .describe('The sections of a case, in order.'),
});

export type Template = z.output<typeof templateSchema>;
export type TemplateSection = Template['sections'][number];
