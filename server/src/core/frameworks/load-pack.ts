import { readYaml } from '../syntax/read-yaml.ts';
import { validate, type Violation } from '../syntax/validate.ts';
import { nodeAt } from '../syntax/yaml-node.ts';
import type { FileProblem } from '../workspace/file-problem.ts';
import { crossReferences } from './cross-references.ts';
import { packSchema, type Pack } from './pack-schema.ts';

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
  const { value: pack, violations } = validate(root, packSchema());
  const problems = [...syntax, ...violations.map((violation) => schemaProblem(uri, violation)), ...(pack ? crossReferences(uri, root, pack) : [])];
  return { pack: problems.length === 0 ? pack : undefined, id, problems };
}

function schemaProblem(uri: string, violation: Violation): FileProblem {
  const hint = violation.suggestion ? ` Did you mean “${violation.suggestion}”?` : '';
  return { uri, span: violation.span, message: `${violation.message}.${hint} A framework with an error is not used.` };
}
