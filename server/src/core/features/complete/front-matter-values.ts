import { languagesOf } from '../../config/template-headings.ts';
import { createFrameworkSet } from '../../frameworks/framework-set.ts';
import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { isOneOf, SOURCE_KINDS, VERDICTS } from '../../model/vocabulary.ts';
import { templateOf } from '../../rules/template.ts';
import { schemaAt } from '../../syntax/schema-at.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { indentOf } from '../yaml-places.ts';
import { lineEndingOf } from '../../text/text-edit.ts';
import { plain } from '../describe/markdown-text.ts';
import { KIND_MEANINGS, VERDICT_MEANINGS } from '../describe/word-meanings.ts';
import { likelyVerdicts } from '../likely-verdicts.ts';
import { yamlScalar } from '../yaml-text.ts';
import { explained, wordDraft, type Draft } from './draft.ts';
import { exampleRows } from './example-rows.ts';
import { findingSnippet } from './finding-snippet.ts';
import { newSourceOnLines, newSourcesInBraces } from './source-snippets.ts';
import type { YamlCursor } from './yaml-cursor.ts';

/** The words that may stand at a value's place in the front matter; none where the author is free. */
export function completeValue(analysis: CaseAnalysis, cursor: YamlCursor): Draft[] {
  const { path } = cursor;
  const [top, second, third] = path;
  if (top === 'frameworks' && path.length <= 2) return frameworkIds(analysis, cursor);
  if (top === 'template' && path.length === 1) return templateNames(analysis, cursor);
  if (top === 'lang' && path.length === 1) return languages(analysis, cursor);
  if (top === 'sources' && path.length === 2 && !cursor.isMarked) return newSources(analysis, cursor);
  if (typeof path.at(-1) === 'number' && !cursor.isMarked && top !== 'frameworks') return exampleRows(path.slice(0, -1), cursor.word);
  if (top === 'findings' && path.length === 2) return newFinding(analysis, cursor, String(second));
  if (top === 'findings' && third === 'value' && path.length === 3) return findingValues(analysis, cursor, String(second));
  if (top === 'findings' && third === 'verdict' && path.length === 3) return verdicts(analysis, cursor, String(second));
  const words = schemaAt(frontMatterSchema(), path)?.words ?? [];
  return words.map((word) => {
    const meaning = isOneOf(SOURCE_KINDS, word) ? KIND_MEANINGS[word] : isOneOf(VERDICTS, word) ? VERDICT_MEANINGS[word] : undefined;
    return wordDraft(cursor.word, word, { kind: 'value', ...explained(meaning) });
  });
}

/**
 * The frameworks that the case does not name yet and whose items could not be confused with those of the others. One
 * that is named is not exchanged for another: text may be marked with its items.
 */
function frameworkIds({ project, model, text }: CaseAnalysis, { word }: YamlCursor): Draft[] {
  const here = text.slice(word.start, word.end);
  if (project.frameworks.has(here)) return [];
  const others = (model.frameworks ?? []).map(({ id }) => id).filter((id) => id !== here);
  const used = others.flatMap((id) => project.frameworks.get(id) ?? []);
  const ambiguous = createFrameworkSet(used).ambiguities.length;
  const offered = [...project.frameworks.values()].filter(({ id }) => !others.includes(id));
  return offered
    .filter((framework) => createFrameworkSet([...used, framework]).ambiguities.length === ambiguous)
    .map(({ id, title, summary }) =>
      wordDraft(word, id, { kind: 'framework', detail: title, documentation: plain(summary ?? title), filterText: `${id} ${title}` }),
    );
}

function templateNames({ project }: CaseAnalysis, { word }: YamlCursor): Draft[] {
  return [...project.templates].map(([name, { title, description }]) => ({
    ...wordDraft(word, name, { kind: 'value', detail: title, documentation: plain(description ?? title) }),
    edit: { span: word, newText: yamlScalar(name) },
  }));
}

/** The languages in which the template has headings. */
function languages(analysis: CaseAnalysis, { word }: YamlCursor): Draft[] {
  const template = templateOf(analysis);
  return (template ? languagesOf(template) : []).map((language) => wordDraft(word, language, { kind: 'value', detail: 'language of the headings' }));
}

/** Whole entries, since one that is only begun lacks what a source must have. */
function newSources(analysis: CaseAnalysis, { word, mayBeKey }: YamlCursor): Draft[] {
  const between = newSourcesInBraces(analysis, word, '');
  return mayBeKey ? [...between, newSourceOnLines(analysis, word, `${lineEndingOf(analysis.text)}${indentOf(analysis.text, word.start)}`)] : between;
}

function newFinding(analysis: CaseAnalysis, { word, isMarked }: YamlCursor, id: string): Draft[] {
  const coverage = analysis.coverage.items.find(({ entry }) => entry.item.id === id);
  if (!coverage || isMarked) return [];
  const edit = { span: word, newText: findingSnippet(coverage) };
  return [{ label: 'value, verdict, because', kind: 'snippet', detail: `a finding on ${id}`, edit, isSnippet: true }];
}

function findingValues({ frameworks }: CaseAnalysis, { word }: YamlCursor, id: string): Draft[] {
  const values = frameworks.byId.get(id)?.item.values ?? [];
  return values.map((value) => wordDraft(word, value.id, { kind: 'value', ...explained(value.means) }));
}

function verdicts({ coverage }: CaseAnalysis, { word }: YamlCursor, id: string): Draft[] {
  const item = coverage.items.find(({ entry }) => entry.item.id === id);
  return likelyVerdicts(item).map((verdict) => wordDraft(word, verdict, { kind: 'value', ...explained(VERDICT_MEANINGS[verdict]) }));
}
