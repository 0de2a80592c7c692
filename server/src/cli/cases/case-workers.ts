import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { errorCode } from '../../node/why-unreadable.ts';
import { StoppedError } from '../exit-codes.ts';
import type { FactsOf, ViewName } from '../views/all-views.ts';
import { unpacked, type Answer, type Order, type WorkerSetup } from './messages.ts';
import type { CaseSource, Learned, Reading, Task } from './reading.ts';

/** How many files a worker is sent at a time: so many that messages cost little, so few that all workers end together. */
const IN_BATCH = 16;
/** How many batches each worker has at hand, so that none waits for the next message. */
const AHEAD = 2;
/** How many batches may be done and not yet taken: whoever takes them slowly holds up the reading, and not memory. */
const UNTAKEN = 64;

interface Work {
  readonly tasks: readonly Task[];
}

interface Batch<Facts> extends Work {
  readonly done: (readings: readonly Reading<Facts>[]) => void;
}

/** A worker with the batches it has at hand, by number. */
interface Hand<Facts> {
  readonly worker: Worker;
  readonly batches: Map<number, Batch<Facts>>;
}

/** Reads cases in several threads at a time. */
export class CaseWorkers<Name extends ViewName> implements CaseSource<FactsOf<Name>> {
  readonly #hands: readonly Hand<FactsOf<Name>>[];
  readonly #waiting: [number, Batch<FactsOf<Name>>][] = [];
  readonly #learned: Learned[] = [];
  readonly #failure: Promise<never>;
  #fail: (why: unknown) => void = () => undefined;
  #batches = 0;

  /**
   * @param program the file that a worker runs: see `main.ts`
   * @param count how many workers there are to be
   */
  constructor(program: string, setup: WorkerSetup<Name>, count: number) {
    this.#failure = new Promise((_, reject) => (this.#fail = reject));
    this.#failure.catch(() => undefined); // whoever waits for readings is told
    this.#hands = Array.from({ length: count }, () => this.#start(new Worker(program, { workerData: setup })));
  }

  async *read(tasks: readonly Task[]): AsyncGenerator<Reading<FactsOf<Name>>> {
    const batches: Promise<readonly Reading<FactsOf<Name>>[]>[] = [];
    for (let start = 0; start < tasks.length || batches.length > 0;) {
      while (start < tasks.length && batches.length < UNTAKEN) {
        batches.push(this.#enqueue(tasks.slice(start, start + IN_BATCH)));
        start += IN_BATCH;
      }
      const next = batches.shift();
      if (next) yield* await Promise.race([next, this.#failure]);
    }
  }

  async close(): Promise<Learned> {
    const ended = this.#hands.map(({ worker }) => new Promise((resolve) => worker.once('exit', resolve)));
    for (const { worker } of this.#hands) worker.postMessage(null satisfies Order);
    await Promise.race([Promise.all(ended), this.#failure]);
    return together(this.#learned);
  }

  /** Ends the workers where they are. */
  abandon(): void {
    for (const { worker } of this.#hands) void worker.terminate();
  }

  #enqueue(tasks: readonly Task[]): Promise<readonly Reading<FactsOf<Name>>[]> {
    return new Promise((done) => {
      this.#waiting.push([this.#batches++, { tasks, done }]);
      for (const hand of this.#hands) this.#feed(hand);
    });
  }

  /** Sends a worker as much as it may have at hand. */
  #feed({ worker, batches }: Hand<FactsOf<Name>>): void {
    while (batches.size < AHEAD) {
      const next = this.#waiting.shift();
      if (!next) return;
      const [batch, { tasks }] = next;
      batches.set(batch, next[1]);
      worker.postMessage({ batch, tasks } satisfies Order);
    }
  }

  #start(worker: Worker): Hand<FactsOf<Name>> {
    const hand: Hand<FactsOf<Name>> = { worker, batches: new Map() };
    let isDone = false;
    worker.on('message', (answer: Answer<FactsOf<Name>>) => {
      if ('learned' in answer) {
        this.#learned.push(answer.learned);
        isDone = true;
        return;
      }
      const batch = hand.batches.get(answer.batch);
      hand.batches.delete(answer.batch);
      this.#feed(hand);
      batch?.done(unpacked(answer.readings, answer.parts));
    });
    worker.on('error', (error) => {
      this.#fail(errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(hand.batches.values()) : error);
    });
    worker.on('exit', () => {
      if (!isDone) this.#fail(died(hand.batches.values()));
    });
    return hand;
  }
}

/** What several workers learned. Where two found different things in one file, it changed meanwhile: the later one counts, and nothing is kept. */
function together(all: readonly Learned[]): Learned {
  return {
    found: new Map(all.flatMap(({ found }) => [...found])),
    problems: new Map(all.flatMap(({ problems }) => [...problems])),
    isSteady: all.every(({ found }) => [...found].every(([uri, mark]) => all.every((other) => (other.found.get(uri) ?? mark) === mark))),
  };
}

function outOfMemory(batches: Iterable<Work>): StoppedError {
  return new StoppedError(
    `There was not enough memory to read ${filesOf(batches)}, so no case was reported. If one of these files is very large, leave it out; otherwise look at the folders one by one.`,
  );
}

function died(batches: Iterable<Work>): StoppedError {
  return new StoppedError(
    `A part of the program stopped while it read ${filesOf(batches)}, so not all cases could be reported. Try again; if it happens again, please report it.`,
  );
}

/** “one of the files a.md to f.md”: one of them may be the reason. */
function filesOf(batches: Iterable<Work>): string {
  const files = [...batches].flatMap(({ tasks }) => tasks.map(({ file }) => path.basename(file)));
  const [first, last] = [files[0], files.at(-1)];
  if (first === undefined) return 'the cases';
  return first === last ? first : `one of the files ${first} … ${last ?? ''}`;
}
