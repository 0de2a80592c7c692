import { readYaml } from '../syntax/read-yaml.ts';
import { validate, type Violation } from '../syntax/validate.ts';
import { nodeAt, type YamlNode, type YamlPath } from '../syntax/yaml-node.ts';
import { labelKey } from '../text/label.ts';
import type { FileProblem } from '../workspace/file-problem.ts';
import { packSchema, type Item, type Pack } from './pack-schema.ts';

export interface LoadedPack {
  /** Undefined when the file cannot be used; the problems then say why. */
  readonly pack: Pack | undefined;
  /** The id the file gives itself, even if the rest is broken: cases that name it can be told so. */
  readonly id: string | undefined;
  readonly problems: readonly FileProblem[];
}

/**
 * Reads a framework pack. Never throws; every problem stands at the line it is about. A pack with a problem is not
 * used at all: half a framework would give wrong coverage.
 */
export function loadPack(uri: string, text: string): LoadedPack {
  const yaml = readYaml(text);
  const whole = { start: 0, end: text.split(/\r?\n/, 1)[0]?.length ?? 0 };
  const syntax = yaml.problems.map((problem) => ({ uri, span: problem.span, message: problem.message }));
  if (yaml.root?.kind !== 'map') {
    const message = 'This file should hold a framework: a title, a source and a list of items. It holds nothing of the kind.';
    return { pack: undefined, id: undefined, problems: syntax.length > 0 ? syntax : [{ uri, span: whole, message }] };
  }
  const root = yaml.root;
  const idNode = nodeAt(root, ['id']);
  const id = idNode?.kind === 'scalar' && typeof idNode.value === 'string' ? idNode.value : undefined;
  const { value: pack, violations } = validate(root, packSchema);
  const problems = [...syntax, ...violations.map((violation) => schemaProblem(uri, violation)), ...(pack ? crossReferences(uri, root, pack) : [])];
  return { pack: problems.length === 0 ? pack : undefined, id, problems };
}

function schemaProblem(uri: string, violation: Violation): FileProblem {
  const hint = violation.suggestion ? ` Did you mean “${violation.suggestion}”?` : '';
  return { uri, span: violation.span, message: `${violation.message}.${hint} A framework with an error is not used.` };
}

/** What a schema cannot say: ids that must be unique, and names that must exist elsewhere in the pack. */
function crossReferences(uri: string, root: YamlNode, pack: Pack): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = (path: YamlPath, message: string): void => {
    problems.push({ uri, span: nodeAt(root, path)?.span ?? root.span, message });
  };
  const perspectives = new Set(pack.perspectives.map((perspective) => perspective.id));
  const seenIds = new Map<string, number>();
  const seenLabels = new Map<string, string>();
  pack.items.forEach((item, index) => {
    const path = ['items', index];
    if (seenIds.has(item.id))
      report(
        [...path, 'id'],
        `The id “${item.id}” is already taken by another item of this framework; text marked with it could mean either. Give one of them another id.`,
      );
    seenIds.set(item.id, index);
    if (item.parent && !pack.items.some((other) => other.id === item.parent))
      report([...path, 'parent'], `There is no item “${item.parent}” that this item could be a part of.`);
    if (item.parent && isOwnAncestor(item, pack.items)) report([...path, 'parent'], `“${item.id}” would be a part of itself.`);
    for (const label of [item.label, ...item.aliases]) {
      const key = labelKey(label);
      const other = seenLabels.get(key);
      if (other !== undefined && other !== item.id)
        report([...path, 'label'], `A heading “${label}” would stand for ${other} as well as for ${item.id}. Choose another label or alias.`);
      seenLabels.set(key, item.id);
    }
    for (const [perspective, prediction] of Object.entries(item.predictions)) {
      const place = [...path, 'predictions', perspective];
      if (!perspectives.has(perspective)) report(place, `There is no perspective “${perspective}” in this framework.`);
      if (!item.values.some((value) => value.id === prediction.value)) {
        report(place, `“${prediction.value}” is predicted for ${item.id}, but no finding could say so: it is not among the item’s values.`);
      }
    }
  });
  pack.conditions.forEach((condition, index) => {
    for (const perspective of Object.keys(condition.predictions)) {
      if (!perspectives.has(perspective))
        report(['conditions', index, 'predictions', perspective], `There is no perspective “${perspective}” in this framework.`);
    }
  });
  return problems;
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
