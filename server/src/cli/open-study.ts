import path from 'node:path';
import { allRules } from '../core/rules/all-rules.ts';
import { createMarkdownParsers } from '../core/syntax/markdown-parser.ts';
import { BuiltinReader } from '../core/workspace/builtin-reader.ts';
import type { Project } from '../core/workspace/project.ts';
import { CONFIG_FILE } from '../core/workspace/resolve-config.ts';
import { Workspace } from '../core/workspace/workspace.ts';
import { ALL_MARKDOWN } from '../host/match-paths.ts';
import { readBuiltins } from '../node/builtins.ts';
import { pathOf, uriOf } from '../node/file-uri.ts';
import { packageRoot } from '../node/package-root.ts';
import { StudyFiles } from './study-files.ts';

/** What applies in a folder: its configuration, and where that looks for cases. */
export interface Study {
  readonly workspace: Workspace;
  readonly files: StudyFiles;
  readonly project: Project;
  /** The folder of the configuration in force, to which its patterns refer; without one, the folder itself. */
  readonly folder: string;
  /** Which files may be cases, relative to `folder`. */
  readonly patterns: readonly string[];
}

/** Looks up the configuration of a folder: the nearest casewright.yaml from there upwards. */
export function openStudy(cwd: string): Study {
  const workspace = openWorkspace();
  const files = new StudyFiles();
  const project = projectOf(uriOf(path.join(cwd, CONFIG_FILE)), workspace, files);
  const folder = project.configUri === undefined ? cwd : path.dirname(pathOf(project.configUri));
  return { workspace, files, project, folder, patterns: project.config.cases ?? [ALL_MARKDOWN] };
}

/** A workspace for cases anywhere on this machine, with nothing in it. */
export function openWorkspace(): Workspace {
  const builtins = new BuiltinReader(readBuiltins(packageRoot()));
  return new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins, roots: ['file://'] });
}

/** What applies to a file, with everything looked up. */
export function projectOf(uri: string, workspace: Workspace, files: StudyFiles): Project {
  // A configuration can name files that name files: look again until nothing is wanted.
  let project = workspace.project(uri);
  while (workspace.wanted().length > 0) {
    files.settle(workspace);
    project = workspace.project(uri);
  }
  return project;
}
