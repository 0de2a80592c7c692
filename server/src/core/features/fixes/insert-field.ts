import { usualFirst } from '../../config/usual.ts';
import { fieldPath } from '../../model/case-model.ts';
import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { knownKeys, schemaAt } from '../../syntax/schema-at.ts';
import { entryOf, nodeAt, textOf, type YamlPath } from '../../syntax/yaml-node.ts';
import { lineEndingOf } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { freeId, guessKind, kindsFor } from '../guess-kind.ts';
import { choice, placeholder } from '../snippet-text.ts';
import type { Fix, Fixer } from './fixer.ts';
import { insertField } from './yaml-edit.ts';

/** What a new field says: `plain` as far as it can be known without the author, `snippet` with places to fill in. */
interface FieldContent {
  readonly title: string;
  readonly plain: string;
  readonly snippet: string;
}

/** Adds the field that a finding misses. What only the author can know is left blank. */
export const insertMissingField: Fixer = (analysis, { data = {} }) => {
  const path = fieldPath(data.field ?? '');
  return contentsFor(analysis, path).flatMap(({ title, plain, snippet }, index): Fix[] => {
    const edit = insertField(analysis, path, plain);
    const withPlaces = insertField(analysis, path, snippet);
    const isThere = entryOf(nodeAt(analysis.model.fields, path.slice(0, -1)), String(path.at(-1))) !== undefined;
    if (!edit || !withPlaces || (isThere && plain === '')) return [];
    return [{ title, edits: [edit], preferred: index === 0, snippet: withPlaces }];
  });
};

function contentsFor(analysis: CaseAnalysis, path: YamlPath): FieldContent[] {
  const { model, project, sources, text } = analysis;
  const title = `Add the field “${path.filter((step) => typeof step === 'string').join('.')}”`;
  const name = path.at(-1);
  if (path.length === 1 && name === 'frameworks') {
    return usualFirst(project.frameworks.keys()).map((id) => {
      return { title: `Use the framework “${project.frameworks.get(id)?.title ?? id}”`, plain: `[${id}]`, snippet: `[${id}]` };
    });
  }
  if (path.length === 1 && name === 'sources') {
    const snippet = `${lineEndingOf(text)}  - {id: ${placeholder(1, freeId('int', sources))}, kind: ${choice(2, kindsFor('int'))}}`;
    return [{ title, plain: '', snippet }];
  }
  if (path[0] === 'sources' && name === 'id') {
    const id = freeId('source', sources);
    return [{ title, plain: id, snippet: placeholder(1, id) }];
  }
  if (path[0] === 'sources' && name === 'kind') {
    const id = textOf(nodeAt(model.fields, [...path.slice(0, -1), 'id'])) ?? '';
    return [{ title, plain: guessKind(id), snippet: choice(1, kindsFor(id)) }];
  }
  const schema = schemaAt(frontMatterSchema(), path);
  const words = schema?.words ?? [];
  const [firstKey] = schema?.isList ? knownKeys(frontMatterSchema(), [...path, 0]) : [];
  if (firstKey !== undefined) return [{ title, plain: '', snippet: `[{${firstKey}: $1}]` }];
  return [{ title, plain: '', snippet: words.length > 0 ? choice(1, words) : '$1' }];
}
