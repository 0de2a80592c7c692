import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createMessageConnection, SocketMessageReader, SocketMessageWriter, type MessageConnection } from 'vscode-languageserver/node';
import { messagesReceived, Slices, Turns } from '../../server/src/lsp/turns.ts';

/** The server's end of a real socket, since what is tested is when the event loop looks at it; and what sends a message at once. */
async function connected(): Promise<{ readonly server: MessageConnection; readonly type: (letter: string) => void }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'casewright-turns-'));
  const place = process.platform === 'win32' ? `\\\\.\\pipe\\${path.basename(folder)}` : path.join(folder, 'socket');
  const listener = net.createServer();
  const accepted = new Promise<net.Socket>((resolve) => listener.once('connection', resolve));
  await new Promise<void>((resolve) => listener.listen(place, resolve));
  const author = net.connect(place);
  const socket = await accepted;
  onTestFinished(() => {
    for (const end of [author, socket]) end.destroy();
    listener.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    server: createMessageConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket)),
    type: (letter) => {
      const message = JSON.stringify({ jsonrpc: '2.0', method: 'typed', params: [letter] });
      author.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    },
  };
}

/** What happens, in order, when letters are typed at these pieces of work in the background, each of which uses up a slice. */
async function order(pieces: number, typedAt: readonly number[]): Promise<string[]> {
  const clock = vi.spyOn(performance, 'now');
  onTestFinished(() => {
    clock.mockRestore();
  });
  let now = 0;
  clock.mockImplementation(() => (now += 1000));
  const { server, type } = await connected();
  const turns = new Turns();
  const happened: string[] = [];
  server.onNotification('typed', async (letter: string) => {
    turns.served();
    await messagesReceived(); // as diagnostics are made
    turns.served();
    happened.push(`answer ${letter}`);
  });
  server.listen();
  const slices = new Slices(turns);
  for (let piece = 1; piece <= pieces; piece += 1) {
    await slices.next();
    happened.push(`work ${piece}`);
    if (typedAt.includes(piece)) type(String(piece));
  }
  return happened;
}

describe('an author who types while there is work in the background', () => {
  it('is answered before the next piece of it', async () => {
    const happened = await order(12, [3, 4, 9]);
    const answers = happened.map((what, at) => [what, happened[at - 1]]).filter(([what]) => what?.startsWith('answer'));
    expect(answers).toEqual([
      ['answer 3', 'work 3'],
      ['answer 4', 'work 4'],
      ['answer 9', 'work 9'],
    ]);
  });

  it('does not keep it from being done', async () => {
    const happened = await order(6, [1, 2, 3, 4, 5]);
    expect(happened.filter((what) => what.startsWith('work'))).toEqual(['work 1', 'work 2', 'work 3', 'work 4', 'work 5', 'work 6']);
  });
});
