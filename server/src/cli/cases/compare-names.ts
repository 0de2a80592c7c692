import { uriOf } from '../../node/file-uri.ts';
import { namesakesOf } from './namesakes.ts';
import { foundBy, type Found } from './plan.ts';
import type { CaseSource, Task } from './reading.ts';

/**
 * Cases are read one by one, and so without knowing of each other. Once all names are known, those of which others have the
 * name, and those of which others had it in the run before, are read again.
 */
export async function comparedByName<Facts>(found: readonly Found[], source: CaseSource<Facts>): Promise<readonly Found[]> {
  const named = found.flatMap(({ file, kept }) => (kept?.case ? [{ uri: uriOf(file), ...kept.case }] : []));
  const namesakes = namesakesOf(named);
  const tasks: Task[] = [];
  const places: number[] = [];
  found.forEach(({ file, kept }, index) => {
    if (!kept?.case) return;
    const others = namesakes.size === 0 ? [] : (namesakes.get(uriOf(file)) ?? []);
    if (kept.case.namesakes === markOf(others)) return;
    tasks.push({ file, namesakes: others });
    places.push(index);
  });
  const compared = [...found];
  let at = 0;
  for await (const reading of source.read(tasks)) {
    const task = tasks[at];
    const place = places[at++];
    if (task && place !== undefined && reading.kind !== 'as-known') compared[place] = foundBy(task.file, reading, markOf(task.namesakes ?? []));
  }
  return compared;
}

/** See `KeptCase.namesakes`. */
function markOf(namesakes: NonNullable<Task['namesakes']>): string {
  return namesakes.length === 0 ? '' : JSON.stringify(namesakes.map(({ uri, idSpan }) => [uri, idSpan.start, idSpan.end]));
}
