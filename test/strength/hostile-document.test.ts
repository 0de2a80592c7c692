import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL_PACK } from '../support/features.ts';
import { lspStudies } from '../support/lsp-study.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

const CASE = '---\ncase: one\nframeworks: [small]\n---\n\nOne text about A1 :A1.\n';
/** A case of 50 MB, in lines. */
const HUGE = `${CASE.replace('one', 'huge')}\n${'Words that say nothing at all, line by line.\n'.repeat(1_111_112)}`;
const FILES = { 'one.md': CASE, 'huge.md': CASE.replace('one', 'huge'), 'small.yaml': SMALL_PACK, 'casewright.yaml': 'frameworks: [./small.yaml]\n' };
const TOO_LARGE = expect.stringMatching(/not checked: it is larger than 20 MB, .* split it/);

const start = lspStudies();

describe('a document of 50 MB in the editor', () => {
  it('is said not to be checked, and all else is answered', async () => {
    const { client, study } = await start(FILES);
    const [one, huge] = [study.uri('one.md'), study.uri('huge.md')];
    const at = { textDocument: { uri: huge }, position: { line: 5, character: 19 } };
    await client.open(one, CASE);
    await client.open(huge, HUGE);
    expect(await client.pull(huge)).toMatchObject({ items: [{ message: TOO_LARGE, range: { start: { line: 0 } } }] });
    for (const method of ['hover', 'completion', 'documentSymbol', 'foldingRange', 'codeLens'])
      await expect(client.connection.sendRequest(`textDocument/${method}`, at)).resolves.not.toThrow();

    await client.change(one, 2, CASE.replace(':A1', ':A9'));
    expect(await client.pull(one)).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ code: 'framework/unknown-item' })]) });
    const typed = { range: { start: at.position, end: at.position }, text: 'x' };
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: huge, version: 2 }, contentChanges: [typed] });
    expect(await client.pull(huge)).toMatchObject({ items: [{ message: TOO_LARGE }] });
    expect(await client.connection.sendRequest('casewright/cases')).toBeTruthy();

    // A text that has become shorter is checked again.
    await client.change(huge, 3, CASE.replace('one', 'huge'));
    expect(await client.pull(huge)).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ code: 'coverage/thin' })]) });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: huge } });
  });

  it('is not held any longer when it is closed', async () => {
    // With this memory the server could not hold six of them.
    const command = [process.execPath, '--max-old-space-size=280', path.join(PROJECT_ROOT, 'dist/server.cjs'), '--stdio'];
    const { client, study } = await start(FILES, { command });
    const huge = study.uri('huge.md');
    for (let round = 0; round < 6; round += 1) {
      await client.open(huge, HUGE);
      expect(await client.pull(huge)).toMatchObject({ items: [{ message: TOO_LARGE }] });
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: huge } });
    }
    expect(await client.pull(huge)).toMatchObject({ kind: 'full' });
  });

  it('is said not to be checked to an editor that does not ask, until it is closed', async () => {
    const { client, study } = await start(FILES, { diagnostics: 'push' });
    const huge = study.uri('huge.md');
    await client.open(huge, HUGE);
    expect(await client.pushed(huge, (diagnostics) => diagnostics.length > 0)).toMatchObject([{ message: TOO_LARGE }]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: huge } });
    await client.pushed(huge, (diagnostics) => diagnostics.length === 0);
  });
});
