import { fieldPath } from '../../model/case-model.ts';
import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { schemaAt } from '../../syntax/schema-at.ts';
import { entryOf } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { Fix, Fixer } from './fixer.ts';

/** More choices than this are not offered one by one; completion offers them all. */
const MAX_CHOICES = 6;

/** Puts what was probably meant in place of a slip. */
export const correctSlip: Fixer = (analysis, { span, data = {} }) => {
  const { suggestion } = data;
  if (suggestion === undefined) return [];
  const isTaken = data.place === 'finding' && entryOf(entryOf(analysis.model.fields, 'findings')?.value, suggestion) !== undefined;
  if (isTaken || isNamed(analysis, data, suggestion)) return [];
  return [{ title: `Change it to “${suggestion}”`, edits: [replaceWord(analysis, span, slipIn(data), suggestion)], preferred: true }];
};

/** Offers each allowed word in place of one that is not allowed, where they are few. */
export const chooseValue: Fixer = (analysis, { rule, span, data = {} }) => {
  const words = allowedWords(analysis, rule, data).filter((word) => word !== data.suggestion && !isNamed(analysis, data, word));
  if (words.length > MAX_CHOICES) return [];
  return words.map((word): Fix => ({ title: `Change it to “${word}”`, edits: [replaceWord(analysis, span, slipIn(data), word)], preferred: false }));
};

function allowedWords({ frameworks, project }: CaseAnalysis, rule: string, data: Readonly<Record<string, string>>): readonly string[] {
  if (rule === 'finding/invalid-value') return frameworks.byId.get(data.item ?? '')?.item.values.map((value) => value.id) ?? [];
  if (rule === 'framework/unknown-framework') return [...project.frameworks.keys()];
  if (data.field === 'template') return [...project.templates.keys()];
  return schemaAt(frontMatterSchema(), fieldPath(data.field ?? ''))?.words ?? [];
}

/** Whether a case that names an unknown framework names this one, too. */
function isNamed({ model }: CaseAnalysis, data: Readonly<Record<string, string>>, framework: string): boolean {
  return data.framework !== undefined && (model.frameworks ?? []).some(({ id }) => id === framework);
}

/** The word as the author wrote it. */
function slipIn({ field, value, source, framework, item, rule }: Readonly<Record<string, string>>): string | undefined {
  return value ?? source ?? framework ?? rule ?? item ?? field?.split('.').at(-1);
}

/** Replaces the word where it stands in the span, so that quotation marks or a comment around it stay. */
function replaceWord({ text }: CaseAnalysis, span: Span, word: string | undefined, by: string): TextEdit {
  const index = word === undefined || word === '' ? -1 : text.slice(span.start, span.end).indexOf(word);
  if (word === undefined || index < 0) return { span, newText: by };
  const start = span.start + index;
  return { span: { start, end: start + word.length }, newText: by };
}
