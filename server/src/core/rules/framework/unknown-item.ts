import type { FrameworkSet } from '../../frameworks/framework-set.ts';
import { oncePer } from '../../memory/once-per.ts';
import { isOneOf, STANCES } from '../../model/vocabulary.ts';
import type { Block, Directive } from '../../syntax/block.ts';
import { nearest } from '../../text/nearest.ts';
import type { Project } from '../../workspace/project.ts';
import { itemsAreKnown } from '../certainty.ts';
import { reportData } from '../report-data.ts';
import { defineRule, NO_OPTIONS, type FrontMatterFacts, type Report } from '../rule.ts';
import { didYouMean, listed } from '../wording.ts';
import { isOfSeries, meantItem } from './slip.ts';

/**
 * A mark or a finding for an item that the case's frameworks do not have. Most names of directives are ordinary text
 * (`10:30`, `:smile:`, `:::note`); only what looks like a slip is reported.
 */
export const unknownItem = defineRule({
  id: 'framework/unknown-item',
  title: 'Every mark and finding is about an item that exists',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  *checkFrontMatter(facts) {
    if (itemsAreKnown(facts)) yield* unknownFindings(facts);
  },
  blocksWith: ['directives'],
  *checkBlock({ block, facts }) {
    if (itemsAreKnown(facts)) yield* unknownMarks(block, facts);
  },
});

function* unknownMarks(block: Block, facts: FrontMatterFacts): Iterable<Report> {
  const ids = idsOf(facts.frameworks);
  for (const directive of block.directives) {
    const { name, nameSpan } = directive;
    if (facts.frameworks.byId.has(name)) continue;
    const owners = ownersOf(facts, name);
    if (!isMeantAsMark(directive, ids, owners, block.text)) continue;
    const suggestion = owners.length === 0 ? meantItem(name, ids) : undefined;
    yield {
      span: nameSpan,
      message: `${whatIsWrong(facts, name, owners)}, so this text counts for nothing.${didYouMean(suggestion)}${wayOut(owners)}`,
      data: reportData({ item: name, place: 'mark', suggestion }),
    };
  }
}

const idsOf = oncePer((frameworks: FrameworkSet): readonly string[] => [...frameworks.byId.keys()]);

function* unknownFindings(facts: FrontMatterFacts): Iterable<Report> {
  const ids = idsOf(facts.frameworks);
  for (const { itemId, itemSpan } of facts.model.findings) {
    if (ids.includes(itemId)) continue;
    const owners = ownersOf(facts, itemId);
    const suggestion = owners.length === 0 ? (meantItem(itemId, ids) ?? nearest(itemId, ids)) : undefined;
    yield {
      span: itemSpan,
      severity: 'error',
      message: `${whatIsWrong(facts, itemId, owners)}, so this finding counts for nothing.${didYouMean(suggestion)}${wayOut(owners)}`,
      data: reportData({ item: itemId, place: 'finding', suggestion }),
    };
  }
}

/** The frameworks that have such an item, though the case does not use them. */
function ownersOf({ project }: Pick<FrontMatterFacts, 'project'>, id: string): readonly string[] {
  return ownersById(project.frameworks).get(id) ?? [];
}

const ownersById = oncePer((frameworks: Project['frameworks']): ReadonlyMap<string, readonly string[]> => {
  const owners = new Map<string, string[]>();
  for (const framework of frameworks.values()) {
    for (const id of new Set(framework.items.map((item) => item.id))) owners.set(id, [...(owners.get(id) ?? []), framework.id]);
  }
  return owners;
});

function whatIsWrong({ frameworks }: Pick<FrontMatterFacts, 'frameworks'>, id: string, owners: readonly string[]): string {
  if (owners.length > 0) return `${id} belongs to ${listed(owners)}, which this case does not list under “frameworks”`;
  return `There is no item “${id}” in ${listed(frameworks.frameworks.map((framework) => framework.id))}`;
}

function wayOut(owners: readonly string[]): string {
  return owners.length === 0 ? '' : ' Add the framework there, or use an item of this case’s own.';
}

/**
 * Whether a directive is more than ordinary text that happens to hold a colon. A name with brackets or braces, or on a
 * line of its own, was written as one; a bare `:P9` must stand free and belong to a series of ids.
 */
function isMeantAsMark(directive: Directive, ids: readonly string[], owners: readonly string[], text: string): boolean {
  const { name, form, hasLabel, attributes, span } = directive;
  if (attributes.some((attribute) => attribute.value === undefined && isOneOf(STANCES, attribute.name))) return true;
  if (form !== 'text' || hasLabel || attributes.length > 0) return owners.length > 0 || meantItem(name, ids) !== undefined;
  const standsFree = !/[\p{L}\p{N}]/u.test(text[span.start - 1] ?? ' ') && text[span.end] !== ':';
  return standsFree && /\d/.test(name) && (owners.length > 0 || isOfSeries(name, ids));
}
