// What a program needs of our schemas to see that a value is right: neither words nor a library. Made like the JSON
// Schemas, with which server/src/core/syntax/fits-form.ts compares.
import * as z from 'zod';
import { importCore } from './core-module.mjs';

/**
 * The forms with their contents.
 * @returns {Promise<Map<string, string>>} by file name
 */
export async function forms() {
  const { frontMatterSchema } = await importCore('forms', { 'model/front-matter-schema.ts': ['frontMatterSchema'] });
  const form = z.toJSONSchema(frontMatterSchema(), {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      for (const words of ['description', 'examples', 'propertyNames', 'readOnly']) delete jsonSchema[words];
    },
  });
  delete form.$schema;
  return new Map([['front-matter.form.json', `${JSON.stringify(form, null, 1)}\n`]]);
}
