import type { YamlNode, YamlPath } from '../../syntax/yaml-node.ts';
import { touches, type Span } from '../../text/span.ts';

/** The key or single value of YAML at a place. */
export interface YamlWord {
  readonly kind: 'key' | 'value';
  /** To the key or value itself. */
  readonly path: YamlPath;
  readonly span: Span;
}

/** The key or value at `offset`; undefined between them. */
export function locate(node: YamlNode, offset: number, path: YamlPath = []): YamlWord | undefined {
  if (node.kind === 'scalar') return node.value !== null && touches(node.span, offset) ? { kind: 'value', path, span: node.span } : undefined;
  const parts =
    node.kind === 'map'
      ? node.entries.map(({ key, keySpan, value }) => ({ step: key, keySpan, value }))
      : node.items.map((value, step) => ({ step, keySpan: undefined, value }));
  for (const { step, keySpan, value } of parts) {
    if (keySpan && touches(keySpan, offset)) return { kind: 'key', path: [...path, step], span: keySpan };
    const inside = touches(value.span, offset) ? locate(value, offset, [...path, step]) : undefined;
    if (inside) return inside;
  }
  return undefined;
}
