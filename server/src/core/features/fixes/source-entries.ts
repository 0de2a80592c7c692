import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { entryOf, itemsOf, textOf, type YamlSeq } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import { guessKind, kindsFor } from '../guess-kind.ts';
import { choice, literal } from '../snippet-text.ts';
import { yamlScalar } from '../yaml-text.ts';
import type { Fixer } from './fixer.ts';
import { addToList } from './yaml-edit.ts';
import { editableNode, endOfNode, wholeLines } from '../yaml-places.ts';

/** Declares a source that the text cites, of the kind that its id suggests. */
export const declareSource: Fixer = (analysis, { data = {} }) => {
  const { source = '' } = data;
  const entry = { id: source, kind: guessKind(source) };
  if (!frontMatterSchema().safeParse({ case: 'x', sources: [entry] }).success) return [];
  const id = yamlScalar(source);
  const edit = addToList(analysis, 'sources', [
    ['id', id],
    ['kind', entry.kind],
  ]);
  const snippet = addToList(analysis, 'sources', [
    ['id', literal(id)],
    ['kind', choice(1, kindsFor(source))],
  ]);
  if (!edit || !snippet) return [];
  return [{ title: `Declare the source “${source}”`, edits: [edit], preferred: data.suggestion === undefined, snippet }];
};

/** Takes a source that nothing cites out of the list. */
export const removeSource: Fixer = (analysis, { span, data = {} }) => {
  const list = editableNode(analysis, ['sources']);
  const entry = entryOf(analysis.model.fields, 'sources');
  if (list?.kind !== 'seq' || !entry) return [];
  const index = list.items.findIndex((item) => entryOf(item, 'id')?.value.span.start === span.start && textOf(entryOf(item, 'id')?.value) === data.source);
  if (index < 0) return [];
  const removed = itemsOf(list).length === 1 ? { start: entry.keySpan.start, end: endOfNode(analysis.text, list) } : spanOfItem(analysis.text, list, index);
  const isWhole = itemsOf(list).length === 1 || !list.flow;
  const edit = { span: isWhole ? wholeLines(analysis.text, removed) : removed, newText: '' };
  return [{ title: `Remove the source “${data.source ?? ''}”`, edits: [edit], preferred: false }];
};

/** An item of a list with its dash, or with the comma that parts it from its neighbour. */
function spanOfItem(text: string, list: YamlSeq, index: number): Span {
  const item = list.items[index] ?? list;
  const end = endOfNode(text, item);
  if (!list.flow) return { start: text.lastIndexOf('-', item.span.start - 1), end };
  const previous = list.items[index - 1];
  return previous ? { start: endOfNode(text, previous), end } : { start: item.span.start, end: list.items[index + 1]?.span.start ?? end };
}
