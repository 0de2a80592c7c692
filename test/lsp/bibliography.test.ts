import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { lspStudies } from '../support/lsp-study.ts';

const start = lspStudies();

describe('the bibliography of an open case', () => {
  it('has each problem at its line, as grave as it is, and works but for these', async () => {
    const library = '@book{good, title={Fine}}\r\n@book{twice, title={A}}\r\n@book{open, title={B\r\n\r\n@book{twice, title={C}}\r\n@book{last, title={D}}\r\n';
    const text = '---\ncase: a\nframeworks: [policy-themes]\nbibliography: [refs.bib, gone.bib]\n---\n\nSaid [@good; @last; @nobody].\n';
    const { client, study } = await start({ 'a.md': text, 'refs.bib': library });
    await client.open(study.uri('a.md'), text);
    const said = await client.pushed(study.uri('refs.bib'), (diagnostics) => diagnostics.length > 0);
    expect(said.map(({ severity, range, message }) => [severity, range.start, message])).toEqual([
      [DiagnosticSeverity.Error, { line: 2, character: 6 }, expect.stringContaining('The entry “open” is not closed')],
      [DiagnosticSeverity.Warning, { line: 4, character: 6 }, expect.stringContaining('has the key “twice”, too')],
    ]);
    const report = await client.pull(study.uri('a.md'));
    const found = report.kind === 'full' ? report.items.filter(({ code }) => /invalid-value|unknown-source/.test(String(code))) : [];
    expect(found.map(({ range, message }) => [range.start.line, message])).toEqual([
      [3, expect.stringContaining('The bibliography “gone.bib” does not exist')],
      [6, expect.stringContaining('“nobody” is neither among')],
    ]);
  });
});
