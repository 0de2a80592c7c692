import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { isOneOf, SOURCE_KINDS, VERDICTS } from '../../model/vocabulary.ts';
import { confirmationInWords } from '../../rules/finding/change-in-words.ts';
import { counted } from '../../rules/wording.ts';
import { schemaAt } from '../../syntax/schema-at.ts';
import { nodeAt, textOf, type YamlPath } from '../../syntax/yaml-node.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { describeFramework } from '../describe/describe-framework.ts';
import { describeFindingKey } from '../describe/describe-item.ts';
import { describeSource } from '../describe/describe-source.ts';
import { blocks, code, plain } from '../describe/markdown-text.ts';
import { KIND_MEANINGS, VERDICT_MEANINGS } from '../describe/word-meanings.ts';
import type { Hover } from '../hover.ts';
import { locate } from './locate.ts';

/** What is known of the key or value at an offset of the front matter. */
export function hoverFrontMatter(analysis: CaseAnalysis, offset: number): Hover | undefined {
  const word = locate(analysis.model.fields, offset);
  if (!word) return undefined;
  const markdown = word.kind === 'key' ? describeKey(analysis, word.path) : describeValue(analysis, word.path);
  return markdown === undefined ? undefined : { span: word.span, markdown };
}

function describeKey(analysis: CaseAnalysis, path: YamlPath): string | undefined {
  const { coverage } = analysis;
  const item = path[0] === 'findings' ? coverage.items.find(({ entry }) => entry.item.id === path[1]) : undefined;
  if (path.length === 2 && path[0] === 'findings') return item && describeFindingKey(item);
  const schema = schemaAt(frontMatterSchema(), path);
  if (schema?.description === undefined) return undefined;
  const words = schema.words.length === 0 ? undefined : `One of ${schema.words.map(code).join(', ')}.`;
  const holds = item && path[2] === 'confirmed' ? plain(confirmationInWords(analysis, item).words) : undefined;
  return blocks(`**${plain(String(path.at(-1)))}**`, holds, plain(schema.description), words);
}

function describeValue(analysis: CaseAnalysis, path: YamlPath): string | undefined {
  const { model, project, coverage, sources } = analysis;
  const word = textOf(nodeAt(model.fields, path));
  const [top, second, third] = path;
  if (word === undefined) return undefined;
  if (top === 'findings' && third === 'confirmed') return describeKey(analysis, path); // a code says nothing by itself
  if (top === 'frameworks') {
    const framework = project.frameworks.get(word);
    return framework && describeFramework(framework, coverage.items);
  }
  if (top === 'template') {
    const template = project.templates.get(word);
    return template && blocks(`**${plain(template.title)}**`, plain(template.description ?? ''));
  }
  if (top === 'findings' && third === 'value') return describeFindingValue(analysis, String(second), word);
  if (top === 'findings' && third === 'verdict' && isOneOf(VERDICTS, word)) return `${code(word)}: ${plain(VERDICT_MEANINGS[word])}`;
  if (top === 'sources' && third === 'kind' && isOneOf(SOURCE_KINDS, word)) return `${code(word)}: ${plain(KIND_MEANINGS[word])}`;
  const source = top === 'sources' && third === 'id' ? sources.get(word) : undefined;
  if (!source) return undefined;
  const cited = model.citations.filter(({ id }) => id === word).length;
  return blocks(describeSource(source), cited === 0 ? 'Not cited in the text yet.' : `Cited ${counted(cited, 'time')} in the text.`);
}

/** What a finding's value means, and which perspectives expect it. */
function describeFindingValue({ frameworks }: CaseAnalysis, itemId: string, word: string): string | undefined {
  const entry = frameworks.byId.get(itemId);
  const value = entry?.item.values.find(({ id }) => id === word);
  if (!entry || !value) return undefined;
  const expecting = entry.framework.perspectives.filter(({ id }) => entry.item.predictions[id]?.value === word).map(({ label }) => plain(label));
  return blocks(
    `${code(word)}${value.means === undefined ? '' : `: ${plain(value.means)}`}`,
    expecting.length === 0 ? undefined : `Expected by ${expecting.join(', ')}.`,
  );
}
