import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { schemaAt } from '../../syntax/schema-at.ts';
import type { YamlPath } from '../../syntax/yaml-node.ts';
import { placeholder } from '../snippet-text.ts';
import { yamlInFlow } from '../yaml-text.ts';
import type { Draft } from './draft.ts';

/**
 * Whole rows for the list at `path`, as the schema shows them, between braces and with places to fill in.
 * @param before what stands before each: a dash, where the row is a line of its own
 */
export function exampleRows(path: YamlPath, span: Draft['edit']['span'], before = ''): Draft[] {
  const examples = schemaAt(frontMatterSchema(), path)?.examples ?? [];
  return examples.flatMap((example): Draft[] => {
    if (typeof example !== 'object' || example === null) return [];
    const fields = Object.entries(example);
    const places = fields.map(([key, value], index) => `${key}: ${placeholder(index + 1, yamlInFlow(value))}`);
    const newText = `${before}{${places.join(', ')}}`;
    return [
      { label: fields.map(([key]) => key).join(', '), kind: 'snippet', detail: 'a whole row', edit: { span, newText }, isSnippet: true, filterText: newText },
    ];
  });
}
