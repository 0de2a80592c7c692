// Work that never changes, to compare the command line's with: how fast this machine is at reading text, just now.
import { median } from './statistics.mjs';

const ROUNDS = 200;

/**
 * Counts the words of a text in three ways.
 * @param {string} text
 * @returns {number} milliseconds of CPU for the text once
 */
export function calibrate(text) {
  const times = [];
  let words = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    const counts = new Map();
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
    words += counts.size + text.split(/\s+/).length + JSON.stringify(text.split('\n')).length;
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return words > 0 ? median(times) : NaN;
}
