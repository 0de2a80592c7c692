// What tests inside VS Code print. VS Code's own lines come through the same channel; only the look depends on telling them apart.
import { format } from 'node:util';

const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|Ignoring fetching additional builtin|Found additional builtin|Loading development extension|Ignoring the error while validating workspace folder|No search provider registered|Request to '.*package\.nls|\[(reconnection-grace-time|AgentHost|AccountPolicyGate|DefaultAccount|Service Worker|lifecycle|chat-stt)|Canceled: Canceled|ChatSessionStore|Creation of workbench contribution|(Error: )?Timed out waiting for authentication provider)/;

/**
 * @param {string} level
 * @param {unknown[]} args
 */
export function printLog(level, args) {
  const text = format(...args.map((arg) => (arg && typeof arg === 'object' ? JSON.stringify(arg) : arg)));
  if (!noise.test(text)) (level === 'error' ? process.stderr : process.stdout).write(`${text}\n`);
}
