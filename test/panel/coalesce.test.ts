import { expect, test } from 'vitest';
import { coalesced } from '../../client/src/coalesce.ts';

/** Work that goes on until it is let go. */
function slowWork(): { readonly ask: () => Promise<void>; readonly runs: () => number; readonly finish: (error?: Error) => void; readonly errors: unknown[] } {
  let runs = 0;
  const errors: unknown[] = [];
  const waiting: ((error?: Error) => void)[] = [];
  const work = (): Promise<void> => {
    runs += 1;
    return new Promise((resolve, reject) => {
      waiting.push((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  };
  return { ask: coalesced(work, (error) => errors.push(error)), runs: () => runs, finish: (error) => waiting.shift()?.(error), errors };
}

test('what is asked for in a burst is done once now and once afterwards', async () => {
  const { ask, runs, finish } = slowWork();
  const first = ask();
  const later = [ask(), ask(), ask()];
  expect(runs()).toBe(1);
  finish();
  await first;
  await Promise.resolve();
  expect(runs()).toBe(2);
  finish();
  await Promise.all(later);
  expect(runs()).toBe(2);
});

test('after a pause it is done again', async () => {
  const { ask, runs, finish } = slowWork();
  for (const round of [1, 2, 3]) {
    const done = ask();
    finish();
    await done;
    expect(runs()).toBe(round);
  }
});

test('a failure is told, and does not keep what was asked for meanwhile from being done', async () => {
  const { ask, runs, finish, errors } = slowWork();
  const first = ask();
  const second = ask();
  finish(new Error('no answer'));
  await first;
  await Promise.resolve();
  finish();
  await second;
  expect(runs()).toBe(2);
  expect(errors).toEqual([new Error('no answer')]);
});
