import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lsp-client.ts';
import { makeStudy } from '../support/study.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

const SEVERITIES = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
};
const examples = path.join(PROJECT_ROOT, 'examples/danish-smes');

/** Cases good and bad, whose findings must not depend on who asks. */
const files: Record<string, string> = {
  ...Object.fromEntries(
    readdirSync(examples)
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name, readFileSync(path.join(examples, name), 'utf8')]),
  ),
  'broken.md':
    '---\ncase: broken\ncase: twice\nframeworks: [policy-themes, no-such]\nfirm: {employees: forty}\nfindings:\n  P9: {verdict: maybe}\n---\n\n:P9[x] [@nobody] TODO\n\n# Empty\n',
  'windows.md':
    '---\r\ncase: windows\r\nframeworks: [internationalization-capacity]\r\n---\r\n\r\n# 😀 Prior experience :P2\r\n\r\n:P4[one 😀 two [@x]]{supports}\r\n',
  'same.md': '---\ncase: broken\n---\n',
  'casewright.yaml': 'rules: {coverage/thin: {severity: warning, min_words: 60}}\ntemplate: casewright:sme-case\n',
};

describe('the editor and the command line', () => {
  it('give the same findings in the same order', async () => {
    const study = makeStudy(files);
    const client = await LspClient.start({ diagnostics: 'pull', root: study.root });
    try {
      const output = execFileSync(process.execPath, [path.join(PROJECT_ROOT, 'dist/cli.cjs'), 'check', '--format', 'json', '--fail-on', 'never'], {
        cwd: study.folder,
        encoding: 'utf8',
      });
      const report = JSON.parse(output) as { cases: { path: string; findings: unknown[] }[] };
      expect(report.cases.map((entry) => entry.path)).toEqual(
        Object.keys(files)
          .filter((name) => name.endsWith('.md'))
          .toSorted(),
      );
      await client.connection.sendRequest('casewright/cases');
      for (const entry of report.cases) {
        await client.open(study.uri(entry.path), files[entry.path] ?? '');
        const pulled = await client.pull(study.uri(entry.path));
        const asReported = (diagnostic: Diagnostic): unknown => ({
          rule: diagnostic.code,
          severity: SEVERITIES[diagnostic.severity ?? 4],
          message: diagnostic.message,
          range: diagnostic.range,
        });
        expect(entry.findings, entry.path).toEqual(pulled.kind === 'full' ? pulled.items.map(asReported) : []);
      }
    } finally {
      await client.stop();
      study.remove();
    }
  });
});
