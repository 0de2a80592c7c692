import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { readForServer } from '../../../client/src/workspace-files.ts';
import { cleanUp, root } from './study.ts';

type Handler = (params: unknown) => Promise<unknown>;

suite('Files that VS Code reads for the server', () => {
  const handlers = new Map<string, Handler>();
  readForServer({ onRequest: ({ method }: { method: string }, handler: Handler) => handlers.set(method, handler) } as never);
  const ask = (method: string, params: unknown): Promise<unknown> => handlers.get(`casewright/${method}`)!(params);
  const read = (uri: vscode.Uri): Promise<unknown> => ask('readFile', { uri: uri.toString() });
  const write = (name: string, content: Uint8Array): Thenable<void> => vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root(), name), content);

  teardown(() => cleanUp('latin.bib', 'picture.bib'));

  test('are those of the folder, or it is said why they are not to be had', async () => {
    const { text } = (await read(vscode.Uri.joinPath(root(), 'danish-smes/nupo.md'))) as { text: string };
    assert.match(text, /^---\ncase: nupo\n/);
    assert.deepStrictEqual(await read(vscode.Uri.joinPath(root(), 'nobody.md')), { absent: true });
    assert.deepStrictEqual(await read(vscode.Uri.joinPath(root(), 'danish-smes')), { reason: 'it is a folder' });
    await write('latin.bib', new Uint8Array([0x4b, 0xf8, 0x67, 0x65]));
    assert.deepStrictEqual(await read(vscode.Uri.joinPath(root(), 'latin.bib')), {
      reason: 'it is not saved as UTF-8; save it again with the encoding UTF-8',
    });
    await write('picture.bib', new Uint8Array([1, 0, 2]));
    assert.deepStrictEqual(await read(vscode.Uri.joinPath(root(), 'picture.bib')), { reason: 'it is not a text file' });
  });

  test('are found by their patterns', async () => {
    const found = await ask('findFiles', { folder: root().toString(), patterns: ['**/*.md', '!danish-smes', '!README.md'] });
    assert.deepStrictEqual(
      (found as string[]).map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri))),
      ['click-and-grow', 'fortumo', 'zeroturnaround'].map((name) => `estonian-globalizers/${name}.md`),
    );
  });

  test('are never those outside of the folder', async () => {
    const above = vscode.Uri.joinPath(root(), '..');
    const detour = root().with({ path: `${root().path}/danish-smes/../../${above.path.split('/').at(-1) ?? ''}/x.md` });
    for (const uri of [above, detour, vscode.Uri.parse('file:///etc/passwd'), vscode.Uri.parse('https://example.com/x.md')]) {
      assert.deepStrictEqual(await read(uri), { absent: true });
    }
    assert.deepStrictEqual(await ask('findFiles', { folder: above.toString(), patterns: ['**/*.md'] }), []);
    assert.deepStrictEqual(await ask('findFiles', { folder: root().toString(), patterns: ['../**/*.md', '/**/*.md'] }), []);
  });
});
