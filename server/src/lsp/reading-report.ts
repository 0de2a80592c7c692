import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { ReadingNotification } from '../protocol.ts';
import type { ReadingState } from './background-reading.ts';
import type { ClientProfile } from './client-profile.ts';

/** Fewer files are read before anybody could look for a progress bar. */
const MANY = 100;
/** After so many files our own client is told for the first time, then each time that their number has doubled. */
const FIRST_NEWS = 50;

/** Shows how far the closed cases have been read: as progress where there are many, which also lets the user stop it. */
export class ReadingReport {
  readonly #connection: Connection;
  readonly #profile: ClientProfile;
  readonly #stop: () => void;
  /** Undefined in the end where the client has no place for it. */
  #progress: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  #percentage = 0;
  #nextNews = FIRST_NEWS;

  /** @param stop what is done when the user does not want to wait */
  constructor(connection: Connection, profile: ClientProfile, stop: () => void) {
    this.#connection = connection;
    this.#profile = profile;
    this.#stop = stop;
  }

  /** Takes up how far it has come. To be called after each file, and at the end. */
  update(state: ReadingState): void {
    const { kind, read, total } = state;
    if (kind !== 'reading') {
      this.#end(state);
      return;
    }
    if (read >= this.#nextNews) {
      while (this.#nextNews <= read) this.#nextNews *= 2;
      this.#tell(state);
    }
    if (total < MANY) return;
    this.#progress ??= this.#begin(state);
    const percentage = Math.floor((read / total) * 100);
    if (percentage === this.#percentage) return;
    this.#percentage = percentage;
    void this.#progress.then((progress) => {
      progress?.report(percentage, inWords(read, total));
    });
  }

  async #begin({ read, total }: ReadingState): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const progress = await this.#connection.window.createWorkDoneProgress();
      progress.begin('Reading cases', Math.floor((read / total) * 100), inWords(read, total), true);
      progress.token.onCancellationRequested(this.#stop);
      return progress;
    } catch {
      return undefined; // the client said no
    }
  }

  #end(state: ReadingState): void {
    void this.#progress?.then((progress) => {
      progress?.done();
    });
    this.#progress = undefined;
    this.#percentage = 0;
    this.#nextNews = FIRST_NEWS;
    this.#tell(state);
    if (state.kind === 'stopped') {
      this.#connection.console.info(
        `Reading the cases was stopped after ${inWords(state.read, state.total)}, so the lists and the matrix lack the rest. “Check All Cases” reads on.`,
      );
    }
  }

  #tell(state: ReadingState): void {
    if (this.#profile.isOurs) void this.#connection.sendNotification(ReadingNotification, state);
  }
}

function inWords(read: number, total: number): string {
  return `${grouped(read)} of ${grouped(total)} files`;
}

/** A number with commas. (The first `toLocaleString` of a process takes as long as reading three cases.) */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
