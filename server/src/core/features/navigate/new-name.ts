import { readYaml } from '../../syntax/read-yaml.ts';
import { entryOf, itemsOf, textOf } from '../../syntax/yaml-node.ts';
import type { Referent } from '../../mentions/referent.ts';

/** The forms that names must have, so that they can stand wherever they are named; for people, what the form is. */
const FORMS: Readonly<Record<'item' | 'source', { readonly form: RegExp; readonly words: string }>> = {
  /** As in a framework's file; see `pack-schema.ts`. */
  item: {
    form: /^[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*$/,
    words: 'The id of an item is a letter followed by letters and digits, such as P3, since it is written in marks',
  },
  /** What Pandoc takes for a citation, apart from what Markdown, YAML or a `src=` read as something else. */
  source: {
    form: /^[\p{L}\p{N}](?:[\p{L}\p{N}]|[-_.+/:](?=[\p{L}\p{N}]))*$/u,
    words: 'The id of a source is letters and digits, with single hyphens or periods between them, such as int-ceo, since it is written in citations',
  },
};

/** Why nothing of this kind can be named so, as a sentence; undefined where it can. */
export function whyUnfit(kind: Referent['kind'], name: string): string | undefined {
  if (name.trim() === '') return 'A name is needed: without one, nothing could refer to it.';
  if (kind === 'item' || kind === 'source') {
    const { form, words } = FORMS[kind];
    if (!form.test(name)) return `${words}. “${name}” is none: choose another.`;
  }
  if (!readsAsWritten(name)) return `In front matter, “${name}” would not be read as these letters. Choose a name of letters and digits.`;
  return undefined;
}

/** Whether YAML reads a word as itself, as a value and as a key, with quotation marks and without, also between brackets. */
function readsAsWritten(name: string): boolean {
  if (/["'\\\r\n]/.test(name) || name !== name.trim()) return false;
  const { root, problems } = readYaml(`- ${name}\n- [${name}]\n- {${name}: 1}\n`);
  const [alone, inList, asKey] = itemsOf(root);
  const isKey = entryOf(asKey, name) !== undefined;
  const isYesOrNo = alone?.kind === 'scalar' && typeof alone.value === 'boolean';
  return !isYesOrNo && problems.length === 0 && textOf(alone) === name && textOf(itemsOf(inList)[0]) === name && itemsOf(inList).length === 1 && isKey;
}
