import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../core/text/span.ts';
import { changeBetween, joined, reversed, spanAfter, type TextChange } from '../core/text/text-change.ts';

/** Files as they are saved. */
interface SavedFiles {
  /** Undefined for one that could not be read. */
  readonly textOf: (uri: string) => string | undefined;
}

interface ShownFile {
  readonly document: TextDocument;
  /** What it shows. */
  text: string;
  /** What was saved when it was last asked for; undefined where no case was known to rest on it. */
  saved: string | undefined;
  /** What leads from that to what is shown, one after the other. */
  changes: TextChange[];
}

/**
 * The files that cases rest on, as editors show them. For the cases they count as they are saved: a framework or a transcript
 * that somebody is in the middle of rewriting says nothing yet, and it is the saved file that the command line and others see.
 * But the places in them are to be those on the screen.
 */
export class ShownFiles {
  readonly #files = new Map<string, ShownFile>();
  readonly #saved: SavedFiles;

  constructor(saved: SavedFiles) {
    this.#saved = saved;
  }

  /**
   * It was opened or has changed. Each change is kept by itself: who corrects the first page and the last one has not moved
   * all that is between them.
   * @param uri in its one spelling
   */
  show(uri: string, document: TextDocument): void {
    const text = document.getText();
    const known = this.#files.get(uri);
    if (this.#saved.textOf(uri) === undefined) {
      // Any file of that name in the editor comes by; of most, nobody will ask.
      this.#files.set(uri, { document, text, saved: undefined, changes: [] });
    } else if (known?.document === document) {
      const change = changeBetween(known.text, text);
      const last = known.changes.pop();
      // Whoever types makes one change of many letters.
      const both = last && joined(last, change);
      known.changes.push(...(both ? [both] : last ? [last, change] : [change]));
      known.text = text;
    } else {
      this.#files.set(uri, { document, text, saved: text, changes: [] });
    }
  }

  hide(uri: string): void {
    this.#files.delete(uri);
  }

  get(uri: string): TextDocument | undefined {
    return this.#files.get(uri)?.document;
  }

  /** Where a stretch of the saved text stands on the screen; undefined where the file is not open. */
  rangeOf(uri: string, span: Span): Range | undefined {
    const document = this.get(uri);
    if (!document) return undefined;
    const { start, end } = this.#changesOf(uri).reduce(spanAfter, span);
    return { start: document.positionAt(start), end: document.positionAt(end) };
  }

  /** Which stretch of the saved text stands at a stretch of what is shown; the same one where the file is not open. */
  savedSpan(uri: string, span: Span): Span {
    return this.#changesOf(uri).reduceRight((later, change) => spanAfter(later, reversed(change)), span);
  }

  /** What has not been saved. */
  #changesOf(uri: string): readonly TextChange[] {
    const file = this.#files.get(uri);
    const saved = this.#saved.textOf(uri);
    if (!file || saved === undefined) return [];
    if (file.saved !== saved) {
      file.saved = saved;
      file.changes = saved === file.text ? [] : [changeBetween(saved, file.text)];
    }
    return file.changes;
  }
}
