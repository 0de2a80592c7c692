import path from 'node:path';
import { allRules } from '../core/rules/all-rules.ts';
import { createMarkdownParsers } from '../core/syntax/markdown-parser.ts';
import { BuiltinReader } from '../core/workspace/builtin-reader.ts';
import type { Project } from '../core/workspace/project.ts';
import { CONFIG_FILE } from '../core/workspace/resolve-config.ts';
import { Workspace } from '../core/workspace/workspace.ts';
import { ALL_MARKDOWN } from '../host/match-paths.ts';
import { settle } from '../host/settle.ts';
import { readBuiltins } from '../node/builtins.ts';
import { pathOf, uriOf } from '../node/file-uri.ts';
import { NodeFileSystem } from '../node/node-file-system.ts';
import { packageRoot } from '../node/package-root.ts';

/** What applies in a folder: its configuration, and where that looks for cases. */
export interface Study {
  readonly workspace: Workspace;
  readonly files: NodeFileSystem;
  readonly project: Project;
  /** The folder of the configuration in force, to which its patterns refer; without one, the folder itself. */
  readonly folder: string;
  /** Which files may be cases, relative to `folder`. */
  readonly patterns: readonly string[];
}

/** Looks up the configuration of a folder: the nearest casewright.yaml from there upwards. */
export async function openStudy(cwd: string): Promise<Study> {
  const builtins = new BuiltinReader(readBuiltins(packageRoot()));
  const workspace = new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins, roots: ['file://'] });
  const files = new NodeFileSystem();
  // A configuration can name files that name files: look again until nothing is wanted.
  const here = uriOf(path.join(cwd, CONFIG_FILE));
  let project = workspace.project(here);
  while (workspace.wanted().length > 0) {
    await settle(workspace, files);
    project = workspace.project(here);
  }
  const folder = project.configUri === undefined ? cwd : path.dirname(pathOf(project.configUri));
  return { workspace, files, project, folder, patterns: project.config.cases ?? [ALL_MARKDOWN] };
}
