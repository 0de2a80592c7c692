import { saysSame, type CaseDigest } from '../core/report/case-digest.ts';
import { Shapes } from '../core/text/packed.ts';

/** How far the register had come when somebody looked at it; later states are greater. */
export type Revision = number;

/** A case as it has been since a revision. */
export interface Entry {
  readonly digest: CaseDigest;
  readonly since: Revision;
}

/**
 * What is known of every case of the workspace, open or not. It counts its changes, so that whoever has seen an earlier
 * state is told only what is new since.
 */
export class CaseRegister {
  /** For the digests that are kept here. */
  readonly shapes = new Shapes();
  /** In the order in which they changed. */
  readonly #entries = new Map<string, Entry>();
  #revision: Revision = 0;
  #membersSince: Revision = 0;
  #frameworksSince: Revision = 0;

  get revision(): Revision {
    return this.#revision;
  }

  /** Since when there are these cases and no others. */
  get membersSince(): Revision {
    return this.#membersSince;
  }

  /** Since when the cases use these frameworks. */
  get frameworksSince(): Revision {
    return this.#frameworksSince;
  }

  /** A case is new, or has changed. */
  take(digest: CaseDigest): void {
    const known = this.#entries.get(digest.uri)?.digest;
    if (known && saysSame(known, digest)) {
      this.#entries.set(digest.uri, { digest, since: this.#entries.get(digest.uri)?.since ?? this.#revision });
      return;
    }
    this.#revision += 1;
    if (!known) this.#membersSince = this.#revision;
    if (known?.frameworks !== digest.frameworks) this.#frameworksSince = this.#revision;
    this.#entries.delete(digest.uri); // what changed last stands last
    this.#entries.set(digest.uri, { digest, since: this.#revision });
  }

  /** A case is gone. */
  forget(uri: string): void {
    if (!this.#entries.delete(uri)) return;
    this.#revision += 1;
    this.#membersSince = this.#revision;
    this.#frameworksSince = this.#revision;
  }

  get(uri: string): CaseDigest | undefined {
    return this.#entries.get(uri)?.digest;
  }

  /** All of them, in no order. */
  *all(): Generator<CaseDigest> {
    for (const { digest } of this.#entries.values()) yield digest;
  }

  /** Those that changed, or are new, since a revision; in the order in which they did. */
  *changedSince(revision: Revision): Generator<Entry> {
    for (const entry of this.#entries.values()) if (entry.since > revision) yield entry;
  }
}
