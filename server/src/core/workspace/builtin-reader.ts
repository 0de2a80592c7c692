import { loadTemplate } from '../config/load-template.ts';
import type { LoadedFile } from '../config/load-yaml-file.ts';
import type { Template } from '../config/template-schema.ts';
import { loadPack, type LoadedPack } from '../frameworks/load-pack.ts';
import type { Builtins } from './file-state.ts';

/** The frameworks and templates that ship with Casewright, read. Every project of a workspace shares them. */
export interface LoadedBuiltins {
  readonly packs: readonly { readonly uri: string; readonly loaded: LoadedPack }[];
  readonly templates: readonly LoadedFile<Template>[];
}

/**
 * Reads the files that ship with Casewright. That costs more than all else in loading a project, so it is done when
 * somebody first asks, and once for all workspaces that share a reader.
 */
export class BuiltinReader {
  readonly #builtins: Builtins;
  #loaded: LoadedBuiltins | undefined;

  constructor(builtins: Builtins) {
    this.#builtins = builtins;
  }

  read(): LoadedBuiltins {
    const { frameworks, templates } = this.#builtins;
    this.#loaded ??= {
      packs: frameworks.map(({ uri, text, pack }) => ({ uri, loaded: pack ? { pack, id: pack.id, problems: [] } : loadPack(uri, text) })),
      templates: templates.map(({ uri, text }) => loadTemplate(uri, text)),
    };
    return this.#loaded;
  }

  /** The text of one of the files; undefined for a file that does not ship with Casewright. */
  textOf(uri: string): string | undefined {
    const { frameworks, templates } = this.#builtins;
    return [...frameworks, ...templates].find((file) => file.uri === uri)?.text;
  }
}
