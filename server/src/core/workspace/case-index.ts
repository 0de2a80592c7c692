import type { SameCase } from '../rules/rule.ts';
import { ownCopy } from '../text/own-copy.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { folderOf } from './uri.ts';

/** How many other cases of one name are told to each of them. Whoever copied a case a thousand times needs no more to see it. */
const MOST_NAMESAKES = 20;

/** The first cases of a name in the order of their paths: one object as long as they stay the same, so that it can key a memo. */
export type Namesakes = readonly SameCase[];

const NOBODY: Namesakes = [];

/**
 * Which cases there are, by path, folder and name. It knows nothing of their texts, so that it can know of all cases of
 * a workspace; an edit costs the cases of one name and not all.
 */
export class CaseIndex {
  readonly #cases = new Map<string, SameCase & { readonly id: string }>();
  /** In the order of their paths. */
  readonly #byId = new Map<string, SameCase[]>();
  readonly #namesakes = new Map<string, Namesakes>();
  readonly #byFolder = new Map<string, Set<string>>();
  #inOrder: string[] | undefined;

  /** A case was found, or has another name or its name in another place. @returns the cases of which others are now namesakes */
  set(uri: string, id: string, idSpan: Span): readonly string[] {
    const known = this.#cases.get(uri);
    if (known?.id === id && known.idSpan.start === idSpan.start && known.idSpan.end === idSpan.end) return [];
    const left = known ? this.#leave(known) : [];
    if (!known) this.#enter(uri);
    // Nothing that is kept may hold on to a document's text.
    const entry = { uri, id: ownCopy(id), idSpan: { start: idSpan.start, end: idSpan.end } };
    this.#cases.set(uri, entry);
    const others = this.#byId.get(entry.id) ?? [];
    others.splice(
      firstAtOrAfter(others, uri, (other) => other.uri),
      0,
      entry,
    );
    this.#byId.set(entry.id, others);
    return [...left, ...this.#regroup(entry.id)];
  }

  /** A case is gone. @returns the cases of which others are now namesakes */
  delete(uri: string): readonly string[] {
    const known = this.#cases.get(uri);
    if (!known) return [];
    this.#cases.delete(uri);
    const folder = this.#byFolder.get(folderOf(uri));
    folder?.delete(uri);
    if (folder?.size === 0) this.#byFolder.delete(folderOf(uri));
    if (this.#inOrder)
      this.#inOrder.splice(
        firstAtOrAfter(this.#inOrder, uri, (other) => other),
        1,
      );
    return this.#leave(known);
  }

  has(uri: string): boolean {
    return this.#cases.has(uri);
  }

  /** All cases in the order of their paths. */
  uris(): readonly string[] {
    this.#inOrder ??= [...this.#cases.keys()].sort();
    return this.#inOrder;
  }

  /** The folders that hold cases. */
  folders(): Iterable<string> {
    return this.#byFolder.keys();
  }

  /** The cases right in a folder. */
  inFolder(folder: string): Iterable<string> {
    return this.#byFolder.get(folder) ?? [];
  }

  /** The first cases with the name of this one, itself among them; none as long as the name is its own. */
  namesakes(uri: string): Namesakes {
    const id = this.#cases.get(uri)?.id;
    return (id === undefined ? undefined : this.#namesakes.get(id)) ?? NOBODY;
  }

  #enter(uri: string): void {
    const folder = folderOf(uri);
    const beside = this.#byFolder.get(folder) ?? new Set<string>();
    this.#byFolder.set(folder, beside.add(uri));
    if (this.#inOrder)
      this.#inOrder.splice(
        firstAtOrAfter(this.#inOrder, uri, (other) => other),
        0,
        uri,
      );
  }

  #leave({ uri, id }: SameCase & { readonly id: string }): readonly string[] {
    const group = this.#byId.get(id) ?? [];
    const rest = group.filter((other) => other.uri !== uri);
    if (rest.length > 0) this.#byId.set(id, rest);
    else this.#byId.delete(id);
    return this.#regroup(id);
  }

  /** Brings the namesakes of one name up to date. @returns whom that concerns */
  #regroup(id: string): readonly string[] {
    const group = this.#byId.get(id) ?? [];
    const before = this.#namesakes.get(id) ?? NOBODY;
    // A case without a name has no namesakes.
    const first = id === '' || group.length < 2 ? NOBODY : group.slice(0, MOST_NAMESAKES + 1);
    if (first.length === before.length && first.every((other, index) => other === before[index])) return [];
    if (first.length === 0) this.#namesakes.delete(id);
    else this.#namesakes.set(id, first);
    return group.map(({ uri }) => uri);
  }
}

/** The others among the namesakes of a case. */
export function othersAmong(namesakes: Namesakes, uri: string): readonly SameCase[] {
  return namesakes.length === 0 ? NOBODY : namesakes.filter((other) => other.uri !== uri).slice(0, MOST_NAMESAKES);
}
