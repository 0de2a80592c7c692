// Messages of the Language Server Protocol as bytes. Made by hand, with the least that does it: what the measuring client
// costs must not be taken for what a server costs.

const SEPARATOR = Buffer.from('\r\n\r\n');

/**
 * @param {unknown} message
 * @returns {Buffer} with its header
 */
export function encode(message) {
  const json = JSON.stringify(message);
  return Buffer.from(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
}

/**
 * Calls back with each message as soon as its last byte is there.
 * @param {import('node:stream').Readable} stream
 * @param {(json: string, arrived: number) => void} receive  the text of the message, and when it was complete
 */
export function readMessages(stream, receive) {
  /** @type {Buffer[]} */
  let chunks = [];
  let size = 0;
  let wanted = 0; // bytes until a message, or at least its header, can be complete
  stream.on('data', (/** @type {Buffer} */ chunk) => {
    const arrived = performance.now();
    chunks.push(chunk);
    size += chunk.length;
    if (size < wanted) return; // of a large message: brought together once, at its end
    let bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    for (;;) {
      const header = bytes.indexOf(SEPARATOR);
      if (header < 0) break;
      const start = header + SEPARATOR.length;
      const end = start + lengthIn(bytes.toString('latin1', 0, header));
      wanted = end;
      if (bytes.length < end) break;
      receive(bytes.toString('utf8', start, end), arrived);
      bytes = bytes.subarray(end);
      wanted = 0;
    }
    chunks = [bytes];
    size = bytes.length;
  });
}

/** @param {string} header */
function lengthIn(header) {
  const length = /content-length: *(\d+)/i.exec(header)?.[1];
  if (length === undefined) throw new Error(`A server sent something that is no message: ${header.slice(0, 200)}`);
  return Number(length);
}
