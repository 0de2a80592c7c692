import { nodeAt, type YamlNode, type YamlPath } from '../syntax/yaml-node.ts';
import { labelKey } from '../text/label.ts';
import type { FileProblem } from '../workspace/file-problem.ts';
import type { Item, Pack } from './pack-schema.ts';
import { takenIds } from './unique-ids.ts';

/** Says that something is wrong at a place of the pack. */
type Say = (path: YamlPath, message: string) => void;

/** What a schema cannot say: ids that must be unique, and names that must exist elsewhere in the pack. Each problem stands at its line. */
export function crossReferences(uri: string, root: YamlNode, pack: Pack): FileProblem[] {
  const problems: FileProblem[] = [];
  const say: Say = (path, message) => {
    problems.push({ uri, span: nodeAt(root, path)?.span ?? root.span, message });
  };
  checkNames(pack, say);
  for (const { path, message } of takenIds(pack)) say(path, message);
  checkParents(pack, say);
  checkPredictions(pack, say);
  checkTraits(pack, say);
  checkLinks(pack, say);
  return problems.sort((a, b) => a.span.start - b.span.start);
}

function checkNames({ items }: Pack, say: Say): void {
  const seenIds = new Set<string>();
  const seenLabels = new Map<string, string>();
  items.forEach((item, index) => {
    if (seenIds.has(item.id))
      say(
        ['items', index, 'id'],
        `The id “${item.id}” is already taken by another item of this framework; text marked with it could mean either. Give one of them another id.`,
      );
    seenIds.add(item.id);
    [item.label, ...item.aliases].forEach((label, place) => {
      const key = labelKey(label);
      const other = seenLabels.get(key);
      const path = place === 0 ? ['items', index, 'label'] : ['items', index, 'aliases', place - 1];
      if (other !== undefined && other !== item.id)
        say(path, `A heading “${label}” would stand for ${other} as well as for ${item.id}. Choose another label or alias.`);
      seenLabels.set(key, item.id);
    });
  });
}

function checkParents({ items }: Pack, say: Say): void {
  items.forEach((item, index) => {
    if (item.parent === undefined) return;
    if (!items.some((other) => other.id === item.parent))
      say(['items', index, 'parent'], `There is no item “${item.parent}” that this item could be a part of.`);
    if (isOwnAncestor(item, items)) say(['items', index, 'parent'], `“${item.id}” would be a part of itself.`);
  });
}

function isOwnAncestor(item: Item, items: readonly Item[]): boolean {
  const passed = new Set<string>([item.id]);
  let parent = item.parent;
  while (parent !== undefined) {
    if (parent === item.id) return true;
    if (passed.has(parent)) return false;
    passed.add(parent);
    parent = items.find((other) => other.id === parent)?.parent;
  }
  return false;
}

function checkPredictions({ perspectives, items, conditions }: Pack, say: Say): void {
  const known = new Set(perspectives.map((perspective) => perspective.id));
  const checkPerspective = (path: YamlPath, perspective: string): void => {
    if (!known.has(perspective)) say([...path, 'predictions', perspective], `There is no perspective “${perspective}” in this framework.`);
  };
  items.forEach((item, index) => {
    for (const [perspective, prediction] of Object.entries(item.predictions)) {
      checkPerspective(['items', index], perspective);
      if (item.values.some((value) => value.id === prediction.value)) continue;
      const message = `“${prediction.value}” is predicted for ${item.id}, but no finding could say so: it is not among the item’s values.`;
      say(['items', index, 'predictions', perspective], message);
    }
  });
  conditions.forEach((condition, index) => {
    for (const perspective of Object.keys(condition.predictions)) checkPerspective(['conditions', index], perspective);
  });
}

function checkTraits({ traits, items }: Pack, say: Say): void {
  items.forEach((item, index) => {
    for (const [id, values] of Object.entries(item.traits)) {
      const path = ['items', index, 'traits', id];
      const trait = traits.find((candidate) => candidate.id === id);
      if (!trait) say(path, `There is no trait “${id}” in this framework.`);
      for (const value of trait ? values : [])
        if (!trait?.values.some((candidate) => candidate.id === value)) say(path, `“${value}” is not among the values of the trait “${id}”.`);
    }
  });
}

function checkLinks({ links, items }: Pack, say: Say): void {
  links.forEach((link, index) => {
    if (link.from === link.to) say(['links', index, 'to'], 'This arrow would end where it begins. Let it end at another item, or take it out.');
    for (const end of ['from', 'to'] as const)
      if (!items.some((item) => item.id === link[end]))
        say(['links', index, end], `There is no item “${link[end]}” for this arrow to ${end === 'from' ? 'begin' : 'end'} at.`);
  });
}
