import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import type { Item } from '../../frameworks/pack-schema.ts';
import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { STATUSES } from '../../model/vocabulary.ts';
import { accepts, schemaAt, type SchemaPlace } from '../../syntax/schema-at.ts';
import { nodeAt, plainValue, type YamlPath } from '../../syntax/yaml-node.ts';
import { lineEndingOf } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { explainItem } from '../describe/describe-item.ts';
import { explained, type Draft } from './draft.ts';
import { exampleRows } from './example-rows.ts';
import { findingSnippet } from './finding-snippet.ts';
import { newSourcesInBraces } from './source-snippets.ts';
import type { YamlCursor } from './yaml-cursor.ts';

/** Where new keys go: in which column, and which keys are there already. */
export interface KeyPlace {
  readonly indent: string;
  readonly taken: ReadonlySet<string>;
}

/** The keys that the group at the cursor may still get; in a list, its next entry. */
export function completeKey(analysis: CaseAnalysis, cursor: YamlCursor, place: KeyPlace): Draft[] {
  // Whoever stands right before a comment means to write in it, and only a blank before it keeps it one.
  return analysis.text[cursor.word.end] === '#' ? [] : draftsFor(analysis, cursor, place);
}

function draftsFor(analysis: CaseAnalysis, cursor: YamlCursor, place: KeyPlace): Draft[] {
  const { path } = cursor;
  const schema = schemaAt(frontMatterSchema(), path);
  if (path.length === 1 && path[0] === 'findings') return findingKeys(analysis, cursor, place);
  if (schema?.isGroup) return describedFirst(openKeys(analysis, cursor, place, schema).map((key) => keyDraft(analysis, cursor, place, key)));
  return schema?.isList && cursor.style === 'block' ? newEntries(analysis, cursor) : [];
}

/** The keys that are not there yet and that people write. A key that has its value already is only changed if it is a slip, and to one that fits the value. */
function openKeys({ model, text }: CaseAnalysis, { path, word, isMarked }: YamlCursor, { taken }: KeyPlace, schema: SchemaPlace): string[] {
  const written = text.slice(word.start, word.end);
  const open = schema.keys.filter((key) => !taken.has(key) && schemaAt(frontMatterSchema(), [...path, key])?.isReadOnly !== true);
  if (!isMarked) return open;
  const value = nodeAt(model.fields, [...path, written]);
  if (schema.keys.includes(written) || !value) return [];
  return open.filter((key) => accepts(frontMatterSchema(), [...path, key], plainValue(value)));
}

/** Fields that mean nothing to Casewright have no description; they are offered last. */
function describedFirst(drafts: readonly Draft[]): Draft[] {
  return [...drafts.filter((draft) => draft.documentation !== undefined), ...drafts.filter((draft) => draft.documentation === undefined)];
}

function keyDraft({ text }: CaseAnalysis, cursor: YamlCursor, { indent }: KeyPlace, key: string): Draft {
  const schema = schemaAt(frontMatterSchema(), [...cursor.path, key]);
  const behind = cursor.isMarked ? '' : valueStart(cursor, schema, key, `${lineEndingOf(text)}${indent}  `);
  return {
    label: key,
    kind: 'field',
    ...(schema?.description === undefined ? { detail: 'for Pandoc and other tools' } : explained(schema.description)),
    edit: { span: cursor.word, newText: `${key}${behind}` },
    isSnippet: behind.includes('$0'),
    triggerSuggest: !cursor.isMarked && hasSuggestions([...cursor.path, key], schema),
  };
}

/** The colon, and what opens a group or list in the style around it. */
function valueStart({ style, path }: YamlCursor, schema: SchemaPlace | undefined, key: string, newLine: string): string {
  const isFlow = style === 'flow';
  if (schema?.isGroup) return isFlow ? ': {$0}' : `:${newLine}$0`;
  if (!schema?.isList) return ': ';
  if (!schemaAt(frontMatterSchema(), [...path, key, 0])?.isGroup) return ': [$0]';
  return isFlow ? ': [{$0}]' : `:${newLine}- $0`;
}

function hasSuggestions(path: YamlPath, schema: SchemaPlace | undefined): boolean {
  const holdsGroups = schema?.isGroup === true || schemaAt(frontMatterSchema(), [...path, 0])?.isGroup === true;
  const isFromList = path.length === 1 ? ['frameworks', 'template'].includes(String(path[0])) : path[0] === 'findings' && path[2] === 'value';
  return holdsGroups || isFromList || (schema?.words.length ?? 0) > 0;
}

/** Items without a finding: those with most evidence first, since they are ripe for one. An item is only exchanged for another if it is a slip. */
function findingKeys(analysis: CaseAnalysis, { word, isMarked }: YamlCursor, { taken }: KeyPlace): Draft[] {
  const { coverage, frameworks, model, text } = analysis;
  const written = text.slice(word.start, word.end);
  if (isMarked && frameworks.byId.has(written)) return [];
  const value = isMarked ? model.findings.find(({ itemId }) => itemId === written)?.value : undefined;
  const fits = ({ values }: Item): boolean => value === undefined || values.length === 0 || values.some(({ id }) => id === value);
  const rank = ({ status }: ItemCoverage): number => (status === 'not-applicable' ? 1 : -STATUSES.indexOf(status));
  const open = coverage.items.filter(({ entry }) => !taken.has(entry.item.id) && fits(entry.item)).sort((a, b) => rank(a) - rank(b));
  return open.map((item): Draft => {
    const { id, label } = item.entry.item;
    return {
      label: id,
      kind: 'item',
      name: label,
      detail: item.status,
      documentation: explainItem(item.entry),
      edit: { span: word, newText: isMarked ? id : `${id}: ${findingSnippet(item)}` },
      isSnippet: !isMarked,
      filterText: `${id} ${label}`,
    };
  });
}

/** The next entry of a list whose entries stand on lines of their own. */
function newEntries(analysis: CaseAnalysis, { path, word }: YamlCursor): Draft[] {
  if (path.length !== 1 || path[0] !== 'sources') return exampleRows(path, word, '- ');
  return newSourcesInBraces(analysis, word, '- ');
}
