import type { YamlPath } from '../syntax/yaml-node.ts';
import type { Pack } from './pack-schema.ts';

/** An id that stands for two things. */
export interface TakenId {
  readonly path: YamlPath;
  readonly message: string;
}

/** The ids of a pack that are given twice, apart from those of items: of two perspectives of one id, findings would be compared with the first only. */
export function takenIds({ perspectives, conditions, traits, items }: Pack): TakenId[] {
  return [
    ...takenIn(perspectives, ['perspectives'], 'perspective'),
    ...takenIn(conditions, ['conditions'], 'condition'),
    ...takenIn(traits, ['traits'], 'trait'),
    ...traits.flatMap(({ id, values }, index) => takenIn(values, ['traits', index, 'values'], `value of the trait “${id}”`)),
    ...items.flatMap(({ id, values }, index) => takenIn(values, ['items', index, 'values'], `value of ${id}`)),
  ];
}

function takenIn(entries: readonly { readonly id: string }[], path: YamlPath, what: string): TakenId[] {
  return entries.flatMap(({ id }, index): TakenId[] => {
    if (entries.findIndex((other) => other.id === id) === index) return [];
    return [{ path: [...path, index], message: `The id “${id}” is already taken by another ${what}. Give one of them another id, or take one out.` }];
  });
}
