import type { FileState } from '../core/workspace/file-state.ts';

/** How many files are read ahead: enough to keep a disk busy, few enough that their texts are gone before memory is cleaned up. */
const AHEAD = 4;

/**
 * Reads files in their order, some ahead of the one that is given.
 * @param isWanted whether to go on reading; what is under way is still given
 */
export async function* readAhead(
  uris: Iterable<string>,
  read: (uri: string) => Promise<FileState>,
  isWanted: () => boolean,
): AsyncGenerator<{ readonly uri: string; readonly state: FileState }> {
  const ahead: { readonly uri: string; readonly state: Promise<FileState> }[] = [];
  const rest = uris[Symbol.iterator]();
  for (;;) {
    while (ahead.length < AHEAD && isWanted()) {
      const step: IteratorResult<string, unknown> = rest.next();
      if (step.done === true) break;
      const uri = step.value;
      ahead.push({ uri, state: read(uri).catch((error: unknown): FileState => ({ kind: 'unreadable', reason: String(error) })) });
    }
    const first = ahead.shift();
    if (!first) return;
    yield { uri: first.uri, state: await first.state };
  }
}
