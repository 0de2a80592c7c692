/** Resolves in a later turn of the event loop, after whatever else is waiting for one. In Node and in a web worker alike. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    // Timers would do, too, but browsers hold back the fifth and those behind it for milliseconds.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * A few turns on: whatever the client had sent by now has been received. Messages are handled one in a turn, and the
 * next is due only when the one before has been taken up.
 */
export async function messagesReceived(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

/** Who goes first: the author at the keyboard, always; what is done in the background, in small slices when nobody waits. */
export class Turns {
  #answered = 0;

  /** Somebody is being answered, or has typed. */
  served(): void {
    this.#answered += 1;
  }

  /**
   * Lets everybody else go first. Resolves when nobody is waiting any more: a message that arrived during the work before
   * is received in the next turn at the earliest, and taken up behind whoever waited for that turn, too.
   */
  async standBack(): Promise<void> {
    for (let before = -1; before !== this.#answered;) {
      before = this.#answered;
      await messagesReceived();
      await nextTurn();
    }
  }
}

/**
 * Milliseconds of work in the background before the author at the keyboard gets a turn. Looking whether anybody waits
 * costs a hundredth of that.
 */
const SLICE = 2;

/** Where work in the background can be interrupted: to be awaited between any two pieces of it. */
export type Pause = () => Promise<void>;

/** Work in the background, cut into slices. */
export class Slices {
  readonly #turns: Turns;
  #end = 0;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Goes on at once until the slice is used up. */
  readonly next: Pause = async () => {
    if (performance.now() < this.#end) return;
    await this.#turns.standBack();
    this.#end = performance.now() + SLICE;
  };
}
