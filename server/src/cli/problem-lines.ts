import type { FileProblem } from '../core/workspace/file-problem.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import { pathOf } from '../node/file-uri.ts';
import { shownPath } from './select-files.ts';

/** `casewright.yaml:3:5: …`, each once. */
export function problemLines(problems: readonly FileProblem[], workspace: Workspace, cwd: string): string[] {
  const lines = problems.map(({ uri, span, message }) => {
    const at = workspace.linesOf(uri)?.positionAt(span.start);
    return `${shownPath(pathOf(uri), cwd)}:${at ? `${at.line + 1}:${at.character + 1}:` : ''} ${message}`;
  });
  return [...new Set(lines)];
}
