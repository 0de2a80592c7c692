import type { ConfirmationInWords } from '../../rules/finding/change-in-words.ts';
import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import type { FrameworkItem } from '../../frameworks/framework-set.ts';
import { relationsOf } from '../../frameworks/item-relations.ts';
import { STANCES } from '../../model/vocabulary.ts';
import { counted, listed } from '../../rules/wording.ts';
import { blocks, bullets, code, plain } from './markdown-text.ts';
import { STATUS_MEANINGS } from './word-meanings.ts';

/** What an item is about, as Markdown: statement, questions, words that hint at it, its place among the others and in the source. */
export function explainItem(entry: FrameworkItem): string {
  return blocks(describeContent(entry), describePlace(entry));
}

/** An item and how the case at hand addresses it, as Markdown. */
export function describeItem(coverage: ItemCoverage, confirmation: ConfirmationInWords): string {
  const { entry } = coverage;
  return blocks(titleOf(entry), describeContent(entry), describeStatus(coverage), describeFinding(coverage, confirmation), describePlace(entry));
}

/** An item with all that a finding on it may say, as Markdown. */
export function describeFindingKey(coverage: ItemCoverage): string {
  const { item } = coverage.entry;
  const values = bullets(item.values.map(({ id, means }) => (means === undefined ? code(id) : `${code(id)}: ${plain(means)}`)));
  return blocks(
    titleOf(coverage.entry),
    plain(item.statement),
    values === '' ? undefined : `*Values:*\n\n${values}`,
    describePredictions(coverage.entry),
    describeStatus(coverage),
    describePlace(coverage.entry),
  );
}

function describeContent({ item }: FrameworkItem): string {
  const cues = item.cues.length === 0 ? undefined : `*Words that hint at it:* ${item.cues.map(plain).join(', ')}`;
  return blocks(plain(item.statement), bullets(item.questions.map(plain)), cues);
}

/** Where an item stands: among the others of its framework, and, last and least, in the source. */
function describePlace(entry: FrameworkItem): string {
  const relations = bullets(relationsOf(entry).map(plain));
  return blocks(relations === '' ? undefined : `*In the framework:*\n\n${relations}`, `*Where in the source:* ${plain(entry.item.at)}`);
}

/** What each perspective expects of an item, as a table; undefined where none says anything. */
function describePredictions({ item, framework }: FrameworkItem): string | undefined {
  const rows = framework.perspectives.flatMap(({ id, label }) => {
    const prediction = item.predictions[id];
    return prediction ? [`| ${plain(label)} | ${code(prediction.value)} | ${plain(prediction.because ?? '')} |`] : [];
  });
  return rows.length === 0 ? undefined : ['| Perspective | expects | because |', '| --- | --- | --- |', ...rows].join('\n');
}

function titleOf({ item, framework }: FrameworkItem): string {
  return `**${plain(item.id)} · ${plain(item.label)}** (${plain(framework.title)})`;
}

function describeStatus({ status, words, sources, stances }: ItemCoverage): string {
  const taken = STANCES.filter((stance) => stances[stance] > 0).map((stance) => `${stance}: ${stances[stance]}`);
  const facts = [counted(words, 'word'), sources.length === 0 ? 'no source' : listed(sources.map(code)), ...taken];
  return `**Status:** ${status} (${STATUS_MEANINGS[status]})${status === 'missing' ? '' : `. ${facts.join(' · ')}`}`;
}

function describeFinding({ entry, finding }: ItemCoverage, { state, words }: ConfirmationInWords): string | undefined {
  if (!finding) return undefined;
  const means = entry.item.values.find((value) => value.id === finding.value)?.means;
  const value = finding.value === undefined ? undefined : `${code(finding.value)}${means === undefined ? '' : ` (${plain(means)})`}`;
  // Most findings are not confirmed while a case is being written: that is no news.
  const confirmed = state === 'none' ? undefined : plain(words);
  const parts = [value, finding.verdict, finding.because === undefined ? 'no reason given' : plain(finding.because), confirmed];
  return `**Finding:** ${parts.filter((part) => part !== undefined).join(' · ')}`;
}
