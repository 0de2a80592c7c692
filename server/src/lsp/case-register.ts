import { saysSame, type CaseDigest } from '../core/report/case-digest.ts';
import { Shapes } from '../core/text/packed.ts';

/** How far the register had come when somebody looked at it; later states are greater. */
export type Revision = number;

/**
 * What is known of every case of the workspace, open or not. It counts its changes, so that whoever has seen an earlier
 * state is told only what is new since.
 */
export class CaseRegister {
  /** For the digests that are kept here. */
  readonly shapes = new Shapes();
  readonly #entries = new Map<string, { readonly digest: CaseDigest; readonly since: Revision }>();
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

  /** Those that changed, or are new, since a revision. */
  *changedSince(revision: Revision): Generator<CaseDigest> {
    for (const { digest, since } of this.#entries.values()) if (since > revision) yield digest;
  }
}
