import { Writable } from 'node:stream';

/**
 * Where messages of the protocol go, so that each leaves in one piece. The library writes its header and its content one
 * after the other and waits in between; what waits for the other end takes longer than everything else on the way of a
 * keystroke. Headers come as strings and contents as bytes, and every header is followed by a content.
 */
export class WholeMessages extends Writable {
  readonly #output: Writable;
  #header = '';

  constructor(output: Writable) {
    super({ decodeStrings: false });
    this.#output = output;
    output.on('error', (error) => this.destroy(error));
    output.on('close', () => this.destroy());
  }

  override _write(chunk: string | Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (typeof chunk === 'string') {
      this.#header += chunk;
      done();
      return;
    }
    const message = Buffer.concat([Buffer.from(this.#header, 'latin1'), chunk]);
    this.#header = '';
    this.#output.write(message, done);
  }
}
