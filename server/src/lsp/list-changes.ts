import type { CaseChanges, ReadingState } from '../protocol.ts';
import type { CaseRegister, Revision } from './case-register.ts';

/** Cases that one answer describes: of so many it is made in less than three milliseconds. */
const PART = 200;

/** What a client has been told. */
interface Known {
  /** Everything up to here. */
  readonly revision: Revision;
  /** Which cases there were here, and in what order. */
  readonly members: Revision;
}

const NOTHING: Known = { revision: -1, members: -1 };

export interface ListChangesParts {
  /** The cases in the order of their paths. */
  readonly inOrder: () => readonly string[];
  readonly reading: () => ReadingState;
  /** Another one for each server, so that nothing that one before has called a state is taken for one of this. */
  readonly server: string;
}

/** Tells a client that follows the list of cases what is new to it, in parts. Nothing is kept for it: the states say what it knows. */
export class ListChanges {
  readonly #register: CaseRegister;
  readonly #parts: ListChangesParts;

  constructor(register: CaseRegister, parts: ListChangesParts) {
    this.#register = register;
    this.#parts = parts;
  }

  /** @param state what an earlier answer called the state that the client has; everything is new to one that has none, or another server's */
  since(state: string | null): CaseChanges {
    const known = this.#read(state);
    const changed = [...this.#register.changedSince(known.revision)];
    const part = changed.slice(0, PART);
    const cases = part.map(({ digest }) => digest.overview.value);
    const reading = this.#parts.reading();
    if (part.length < changed.length) {
      const revision = part.at(-1)?.since ?? known.revision;
      return { state: this.#write({ ...known, revision }), isPart: true, cases, uris: null, reading };
    }
    const { revision, membersSince } = this.#register;
    const uris = membersSince > known.members ? this.#parts.inOrder() : null;
    return { state: this.#write({ revision, members: revision }), isPart: false, cases, uris, reading };
  }

  #write({ revision, members }: Known): string {
    return [this.#parts.server, revision, members].join(' ');
  }

  #read(state: string | null): Known {
    const [server, revision, members] = state?.split(' ') ?? [];
    return server === this.#parts.server ? { revision: Number(revision), members: Number(members) } : NOTHING;
  }
}
