import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { WholeMessages } from '../../server/src/node/whole-messages.ts';

describe('what the server sends', () => {
  it('leaves message by message, each with its header', async () => {
    const output = new PassThrough();
    const sent: string[] = [];
    output.on('data', (chunk: Buffer) => sent.push(chunk.toString()));
    const messages = new WholeMessages(output);
    for (const content of ['{"a":1}', '{"b":"ø"}']) {
      messages.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n`, 'ascii');
      messages.write(Buffer.from(content));
    }
    await new Promise((resolve) => messages.end(resolve));
    expect(sent).toEqual(['Content-Length: 7\r\n\r\n{"a":1}', 'Content-Length: 10\r\n\r\n{"b":"ø"}']);
  });

  it('says so when nobody takes it', async () => {
    const closed = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('nobody is there'));
      },
    });
    const messages = new WholeMessages(closed);
    const error = new Promise((resolve) => messages.on('error', resolve));
    messages.write('Content-Length: 2\r\n\r\n', 'ascii');
    messages.write(Buffer.from('{}'));
    expect(await error).toEqual(new Error('nobody is there'));
  });
});
