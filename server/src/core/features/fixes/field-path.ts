import type { YamlPath } from '../../syntax/yaml-node.ts';

/** A field as rules name it ("sources.0.kind") as a path. */
export function pathOf(field: string): YamlPath {
  return field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
