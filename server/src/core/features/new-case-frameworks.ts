import { USUAL_FRAMEWORKS } from '../config/usual.ts';
import type { Project } from '../workspace/project.ts';
import { folderOf } from '../workspace/uri.ts';

/** The frameworks that a new case is to address where its author does not say, and why these. */
export interface UsualFrameworks {
  readonly ids: readonly string[];
  /** The configuration lists them; the cases that are there use them; nobody has said anything. */
  readonly because: 'configured' | 'in-use' | 'usual';
}

/** A case as far as it matters here. */
export interface CaseBeside {
  readonly uri: string;
  /** Undefined when the case has no `frameworks` key. */
  readonly model: { readonly frameworks: readonly { readonly id: string }[] | undefined };
}

/**
 * The frameworks for a new case: those of the configuration; else those that at least half of the cases in its folder
 * use (half of all cases where the folder has none, and all that are used where opinions differ); else the usual ones.
 * @param folder the folder of the new case, without a slash at its end
 */
export function usualFrameworks({ defaultFrameworks, frameworks }: Project, cases: readonly CaseBeside[], folder: string): UsualFrameworks {
  const known = (ids: readonly string[]): string[] => ids.filter((id) => frameworks.has(id));
  const configured = known(defaultFrameworks);
  if (configured.length > 0) return { ids: configured, because: 'configured' };
  const beside = cases.filter(({ uri }) => folderOf(uri) === folder);
  const used = (beside.length > 0 ? beside : cases)
    .map(({ model }) => new Set(known((model.frameworks ?? []).map(({ id }) => id))))
    .filter(({ size }) => size > 0);
  const ids = [...new Set(used.flatMap((set) => [...set]))];
  const common = ids.filter((id) => used.filter((set) => set.has(id)).length * 2 >= used.length);
  if (ids.length > 0) return { ids: common.length > 0 ? common : ids, because: 'in-use' };
  return { ids: known(USUAL_FRAMEWORKS), because: 'usual' };
}
