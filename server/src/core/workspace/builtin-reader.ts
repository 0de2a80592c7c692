import { loadTemplate } from '../config/load-template.ts';
import type { Template } from '../config/template-schema.ts';
import type { Framework } from '../frameworks/framework-set.ts';
import { loadPack } from '../frameworks/load-pack.ts';
import { onFirstUse } from '../memory/once-per.ts';
import type { FileProblem } from './file-problem.ts';
import type { BuiltinFile, Builtins } from './file-state.ts';
import { nameOf } from './uri.ts';

/** The frameworks and templates that ship with Casewright, ready to be read. Every project of a workspace shares them. */
export interface LoadedBuiltins {
  /** By id; each is made when it is first asked for. */
  readonly frameworks: ReadonlyMap<string, () => Framework>;
  /** Frameworks that cannot be used, by id, with their file. */
  readonly brokenFrameworks: ReadonlyMap<string, string>;
  /** By id, such as `sme-case`; each is made when it is first asked for. */
  readonly templates: ReadonlyMap<string, () => Template>;
  readonly problems: readonly FileProblem[];
}

/**
 * Reads the files that ship with Casewright: as far as the build has read them, those that somebody asks for, and each
 * once for all workspaces that share a reader.
 */
export class BuiltinReader {
  readonly #builtins: Builtins;
  readonly read: () => LoadedBuiltins;

  constructor(builtins: Builtins) {
    this.#builtins = builtins;
    this.read = onFirstUse(() => loadBuiltins(builtins));
  }

  /** The text of one of the files; undefined for a file that does not ship with Casewright. */
  textOf(uri: string): string | undefined {
    return this.#fileAt(uri)?.text();
  }

  /** All of the files. */
  uris(): string[] {
    const { frameworks, templates } = this.#builtins;
    return [...frameworks, ...templates].map(({ uri }) => uri);
  }

  /** Whether a file ships with Casewright, so that nobody can change it. */
  has(uri: string): boolean {
    return this.#fileAt(uri) !== undefined;
  }

  /** The file of a template that is named as configurations name it, such as `casewright:sme-case`; undefined for others. */
  templateFile(name: string): string | undefined {
    return this.#builtins.templates.find(({ uri }) => name === `casewright:${nameOf(uri).replace(/\.yaml$/, '')}`)?.uri;
  }

  #fileAt(uri: string): BuiltinFile<unknown> | undefined {
    const { frameworks, templates } = this.#builtins;
    return [...frameworks, ...templates].find((file) => file.uri === uri);
  }
}

function loadBuiltins(files: Builtins): LoadedBuiltins {
  const problems: FileProblem[] = [];
  const frameworks = new Map<string, () => Framework>();
  const brokenFrameworks = new Map<string, string>();
  const templates = new Map<string, () => Template>();
  for (const { uri, built, text } of files.frameworks) {
    if (built)
      frameworks.set(
        built.id,
        onFirstUse(() => ({ ...built.value(), uri })),
      );
    else {
      const { pack, id, problems: found } = loadPack(uri, text());
      problems.push(...found);
      if (pack)
        frameworks.set(
          pack.id,
          onFirstUse(() => ({ ...pack, uri })),
        );
      else if (id !== undefined) brokenFrameworks.set(id, uri);
    }
  }
  for (const { uri, built, text } of files.templates) {
    if (built) templates.set(built.id, onFirstUse(built.value));
    else {
      const { value, problems: found } = loadTemplate(uri, text());
      problems.push(...found);
      if (value) templates.set(value.id, () => value);
    }
  }
  return { frameworks, brokenFrameworks, templates, problems };
}
