// A free port of loopback.
import net from 'node:net';
import { Problem } from './problem.mjs';

export const preferredPort = 8137; // always the same when it can be: the browser keeps the window's layout by address

/** @param {number} port */
const isFree = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });

/**
 * @param {string} [wanted]  what the user asked for
 * @returns {Promise<number>} 0: any
 */
export async function choosePort(wanted) {
  if (wanted === undefined) return (await isFree(preferredPort)) ? preferredPort : 0;
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1024 || port > 65535) throw new Problem(`--port ${wanted} is no port: give a number from 1024 to 65535.`);
  if (!(await isFree(port))) throw new Problem(`Port ${port} is in use: give another with --port, or none to take any that is free.`);
  return port;
}
