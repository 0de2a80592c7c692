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

/** Reads the files that ship with Casewright. Costs more than all else in loading a project, so it is done once. */
export function loadBuiltins({ frameworks, templates }: Builtins): LoadedBuiltins {
  return {
    packs: frameworks.map(({ uri, text }) => ({ uri, loaded: loadPack(uri, text) })),
    templates: templates.map(({ uri, text }) => loadTemplate(uri, text)),
  };
}
