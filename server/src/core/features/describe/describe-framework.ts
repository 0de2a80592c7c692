import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import type { Framework } from '../../frameworks/framework-set.ts';
import { inHierarchy } from '../../frameworks/hierarchy.ts';
import { listed } from '../../rules/wording.ts';
import { blocks, code, plain } from './markdown-text.ts';

/** A framework as Markdown: its title, the work it comes from, and its items, parts below their wholes; with their statuses where the case uses it. */
export function describeFramework(framework: Framework, coverage: readonly ItemCoverage[]): string {
  const { title, source, summary, items } = framework;
  const work = `${plain(listed(source.authors))} (${source.year}): ${plain(source.title)}${source.in === undefined ? '' : `, ${plain(source.in)}`}`;
  const lines = inHierarchy(items).map(({ item, depth }) => {
    const status = coverage.find(({ entry }) => entry.item === item)?.status;
    return `${'  '.repeat(depth)}- ${code(item.id)} ${plain(item.label)}${status === undefined ? '' : ` · ${status}`}`;
  });
  return blocks(`**${plain(title)}**`, work, summary === undefined ? undefined : plain(summary), lines.join('\n'));
}
