import type { z } from 'zod';
import { readYaml } from '../syntax/read-yaml.ts';
import { validate } from '../syntax/validate.ts';
import type { YamlNode } from '../syntax/yaml-node.ts';
import type { FileProblem } from '../workspace/file-problem.ts';

export interface LoadedFile<T> {
  /** What can be used; undefined when nothing can. */
  readonly value: T | undefined;
  /** The file as YAML with places; undefined when it is empty or no YAML. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly FileProblem[];
}

/**
 * Reads a YAML file of a known form (configuration, template). Never throws. Where some keys at the top are wrong, the
 * others are still used, so that one slip does not switch a whole configuration off.
 */
export function loadYamlFile<S extends z.ZodType>(uri: string, text: string, schema: S): LoadedFile<z.output<S>> {
  const yaml = readYaml(text);
  const problems: FileProblem[] = yaml.problems.map((problem) => ({ uri, ...problem }));
  const root: YamlNode = yaml.root ?? { kind: 'map', entries: [], span: { start: 0, end: 0 }, flow: false };
  if (root.kind !== 'map') {
    const message = 'This file should be a list of settings, each as “name: value” on its own line.';
    return { value: undefined, root, problems: problems.length > 0 ? problems : [{ uri, span: root.span, message }] };
  }
  const { value, violations } = validate(root, schema);
  // In the order of the lines, and not in that of the schema.
  for (const violation of violations.toSorted((a, b) => a.span.start - b.span.start)) {
    const hint = violation.suggestion ? ` Did you mean “${violation.suggestion}”?` : '';
    problems.push({ uri, span: violation.span, message: `${violation.message}.${hint}` });
  }
  if (value !== undefined) return { value, root, problems };
  const wrong = new Set(violations.map((violation) => String(violation.path[0])));
  const usable = { ...root, entries: root.entries.filter((entry) => !wrong.has(entry.key)) };
  return { value: validate(usable, schema).value, root, problems };
}
