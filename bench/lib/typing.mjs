// An author who types, one letter after the other, in the middle of a paragraph in the middle of a case.
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {import('./session.mjs').OpenDocument} OpenDocument */
/** @typedef {import('./session.mjs').Change} Change */

/**
 * The milliseconds between the diagnostics of one keystroke and the next keystroke. Somebody who writes fast presses a key
 * every 80 to 100 ms: without any pause a server would be measured that never comes to rest, with a long one everything would take hours.
 */
export const PAUSE = 25;

/**
 * Every keystroke of an author, without end.
 * @param {string} text  of the document
 * @returns {Generator<Change, never>}
 */
export function* keystrokesIn(text) {
  const line = /\n[a-z][^\n]* /g; // goes on with a paragraph, and so is no heading, list, fence or front matter
  line.lastIndex = Math.max(text.length / 2, text.indexOf('\n---\n', 4));
  const start = (line.exec(text)?.index ?? text.length - 1) + 1;
  const at = { line: text.slice(0, start).split('\n').length - 1, character: text.indexOf(' ', start) - start };
  const offset = start + at.character;
  for (let typed = 0; ; typed += 1) {
    yield { at: { line: at.line, character: at.character + typed }, offset: offset + typed, text: typed % 6 === 0 ? ' ' : 'etaoinsr'.charAt(typed % 8) };
  }
}

/**
 * Types and waits for the diagnostics of each keystroke.
 * @param {OpenDocument} document
 * @param {Iterator<Change>} keystrokes  goes on where it is
 * @param {number} count
 * @param {number} [pause]
 * @returns {Promise<number[]>} milliseconds from keystroke to diagnostics
 */
export async function type(document, keystrokes, count, pause = PAUSE) {
  const times = [];
  for (let typed = 0; typed < count; typed += 1) {
    await wait(pause);
    const pressed = performance.now();
    document.type(keystrokes.next().value);
    const arrived = await document.diagnosed();
    times.push(arrived - pressed);
  }
  return times;
}
