import type { FileState } from '../core/workspace/file-state.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import { pathOf } from '../node/file-uri.ts';
import { digestOf } from '../node/file-stamp.ts';
import { isAbsence, readNow } from '../node/read-now.ts';
import { whyUnreadable } from '../node/why-unreadable.ts';

/** The files on which cases depend, as they were found: configuration, frameworks, templates, bibliographies. */
export class StudyFiles {
  readonly #found = new Map<string, string>();
  #isSteady = true;

  /** What was found, by URI; files that are not there are among them, since one could come. See {@link markOf}. */
  get found(): ReadonlyMap<string, string> {
    return this.#found;
  }

  read(uri: string): FileState {
    const state = readUri(uri);
    const mark = markOf(state);
    if ((this.#found.get(uri) ?? mark) !== mark) this.#isSteady = false;
    this.#found.set(uri, mark);
    return state;
  }

  /** Whether every file was the same whenever it was looked at. */
  get isSteady(): boolean {
    return this.#isSteady;
  }

  /** Looks up what the workspace wants to know. */
  settle(workspace: Workspace): void {
    for (let wanted = workspace.wanted(); wanted.length > 0; wanted = workspace.wanted()) {
      for (const uri of wanted) workspace.setFile(uri, this.read(uri));
    }
  }
}

/** Whether a file is still as it was found. */
export function isAsFound(uri: string, mark: string): boolean {
  return markOf(readUri(uri)) === mark;
}

/** A short text that is another one when the file is. */
function markOf(state: FileState): string {
  if (state.kind === 'text') return `text ${digestOf(state.text)}`;
  return state.kind === 'unreadable' ? `unreadable ${state.reason}` : state.kind;
}

function readUri(uri: string): FileState {
  try {
    return readNow(pathOf(uri)).state;
  } catch (error) {
    // A configuration can name what is no place on this machine.
    return isAbsence(error) ? { kind: 'absent' } : { kind: 'unreadable', reason: whyUnreadable(error) };
  }
}
