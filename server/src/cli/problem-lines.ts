import type { FileProblem } from '../core/workspace/file-problem.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import { pathOf } from '../node/file-uri.ts';
import { shownPath } from './select-files.ts';

/** A problem of a file as it is said on standard error. Survives JSON. */
export interface ProblemLine {
  /** `casewright.yaml:3:5: …`, `references.bib:7:1: warning: …`. */
  readonly line: string;
  /** Whether all that was asked for can be done in spite of it. */
  readonly isWarning: boolean;
}

/** What is wrong in files, in lines. */
export function problemLines(problems: readonly FileProblem[], workspace: Workspace, cwd: string): ProblemLine[] {
  return eachOnce(
    problems.map(({ uri, span, message, severity }) => {
      const at = workspace.linesOf(uri)?.positionAt(span.start);
      const place = `${shownPath(pathOf(uri), cwd)}:${at ? `${at.line + 1}:${at.character + 1}:` : ''}`;
      return { line: `${place} ${severity ? `${severity}: ` : ''}${message}`, isWarning: severity === 'warning' };
    }),
  );
}

/** The same line is said once, however many cases it concerns. */
export function eachOnce(lines: readonly ProblemLine[]): ProblemLine[] {
  return [...new Map(lines.map((one) => [one.line, one])).values()];
}

/** As text, one below the other. */
export function asText(lines: readonly ProblemLine[]): string {
  return lines.map(({ line }) => line).join('\n');
}
