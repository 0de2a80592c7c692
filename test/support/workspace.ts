import path from 'node:path';
import { allRules } from '../../server/src/core/rules/all-rules.ts';
import { createMarkdownParsers } from '../../server/src/core/syntax/markdown-parser.ts';
import type { CaseAnalysis } from '../../server/src/core/workspace/case-analysis.ts';
import { BuiltinReader } from '../../server/src/core/workspace/builtin-reader.ts';
import { Workspace } from '../../server/src/core/workspace/workspace.ts';
import { MemoryFileSystem } from '../../server/src/host/memory-file-system.ts';
import { settle } from '../../server/src/host/settle.ts';
import { readBuiltins } from '../../server/src/node/builtins.ts';

/** The folder that holds package.json. */
export const PROJECT_ROOT = path.resolve(import.meta.dirname, '../..');
export const ROOT = 'file:///study';
/** Read once for all workspaces of a test file. */
export const builtins = new BuiltinReader(readBuiltins(PROJECT_ROOT));

/** A workspace with the given files (names relative to its root); Markdown files are its documents. */
export async function workspaceOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const byUri = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, text]));
  const workspace = new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins, roots: [ROOT] });
  for (const [uri, text] of Object.entries(byUri)) if (uri.endsWith('.md')) workspace.setDocument(uri, text);
  await settle(workspace, new MemoryFileSystem(byUri));
  return workspace;
}

/** The analysis of one case, given alone or with other files beside it. Throws when the text is not a case. */
export async function analyse(text: string, others: Readonly<Record<string, string>> = {}): Promise<CaseAnalysis> {
  const workspace = await workspaceOf({ 'case.md': text, ...others });
  const analysis = workspace.analyse(`${ROOT}/case.md`);
  if (!analysis) throw new Error('This text is not a case.');
  return analysis;
}
