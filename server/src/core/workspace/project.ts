import { readBibliography, type BibliographyText } from '../bibliography/bibliography.ts';
import type { ConfigFile } from '../config/config-schema.ts';
import { namesFileOf, problemsIn, type NamesFile } from '../confidentiality/confidential.ts';
import { loadTemplate } from '../config/load-template.ts';
import type { Template } from '../config/template-schema.ts';
import type { Framework } from '../frameworks/framework-set.ts';
import { loadPack, type LoadedPack } from '../frameworks/load-pack.ts';
import { LazyMap } from '../memory/lazy-map.ts';
import type { Source } from '../model/case-model.ts';
import { nearest } from '../text/nearest.ts';
import type { FileProblem } from './file-problem.ts';
import { whyUnread, type LookUpFile } from './file-state.ts';
import type { LoadedBuiltins } from './builtin-reader.ts';
import type { LoadedConfig } from './loaded-config.ts';
import { folderOf, resolvePath } from './uri.ts';

/** What a case is checked against: the configuration that applies to it and the files that this names. */
export interface Project {
  /** The casewright.yaml in force; undefined when there is none and defaults apply. */
  readonly configUri: string | undefined;
  readonly config: ConfigFile;
  /** Every framework that a case may name, by id: the built-in ones and the team's. */
  readonly frameworks: ReadonlyMap<string, Framework>;
  /** Frameworks that exist but cannot be used, by id, with their file. */
  readonly brokenFrameworks: ReadonlyMap<string, string>;
  /** What a case without a `frameworks` key uses: the ids that the configuration lists. */
  readonly defaultFrameworks: readonly string[];
  /** Built-in templates by `casewright:id`, and the team's own by the name the configuration gives. */
  readonly templates: ReadonlyMap<string, Template>;
  /** The template that cases must follow; undefined when the configuration names none. */
  readonly template: Template | undefined;
  /** The file of that template; undefined for a built-in one. */
  readonly templateUri: string | undefined;
  readonly bibliography: ReadonlyMap<string, Source>;
  /** The team's list of names that must not stand in cases; undefined where there is none, or it cannot be read. */
  readonly names: NamesFile | undefined;
  readonly problems: readonly FileProblem[];
}

/** Loads everything that a configuration names. Never throws; what cannot be used is a problem at its line. */
export function loadProject(loaded: LoadedConfig, lookUp: LookUpFile, builtins: LoadedBuiltins): Project {
  const problems: FileProblem[] = [...loaded.problems, ...builtins.problems];
  const { config } = loaded;

  /** The text of a file that a setting names; a problem at the setting when it cannot be had. */
  const read = (setting: readonly (string | number)[], path: string): { uri: string; text: string; state: BibliographyText } | undefined => {
    const place = loaded.placeOf(setting);
    const uri = resolvePath(folderOf(place.uri), path);
    const state = lookUp(uri);
    if (state.kind === 'text') return { uri, text: state.text, state };
    const why = whyUnread(state);
    if (why !== undefined) problems.push({ ...place, message: `“${path}” ${why}. Correct the path, or remove it.` });
    return undefined;
  };

  const makers = new Map(builtins.frameworks);
  const brokenFrameworks = new Map(builtins.brokenFrameworks);
  const defaultFrameworks: string[] = [];
  const addPack = (uri: string, { pack, id, problems: found }: LoadedPack): string | undefined => {
    problems.push(...found);
    const framework = pack && { ...pack, uri };
    if (framework) makers.set(framework.id, () => framework);
    else if (id !== undefined) brokenFrameworks.set(id, uri);
    return id;
  };
  /** The file of each framework of the team's own, by id. A built-in framework may be replaced, one of the team's may not. */
  const ownFiles = new Map<string, string>();
  (config.frameworks ?? []).forEach((name, index) => {
    if (!isPath(name)) {
      defaultFrameworks.push(name);
      if (!makers.has(name))
        problems.push({
          ...loaded.placeOf(['frameworks', index]),
          message: `There is no framework “${name}”. Built in are ${[...makers.keys()].join(', ')}; a file of your own is named by its path, such as ./frameworks/own.yaml.`,
        });
      return;
    }
    const file = read(['frameworks', index], name);
    if (!file) return;
    const pack = loadPack(file.uri, file.text);
    const namesake = pack.id === undefined ? undefined : ownFiles.get(pack.id);
    if (namesake !== undefined) {
      problems.push({
        ...loaded.placeOf(['frameworks', index]),
        message: `The framework in “${name}” has the same id as that in “${namesake}”, “${pack.id ?? ''}”, so cases cannot name both and only the first is used. Give one of them another id.`,
      });
      return;
    }
    const id = addPack(file.uri, pack);
    if (id === undefined) return;
    ownFiles.set(id, name);
    defaultFrameworks.push(id);
  });

  const frameworks = new LazyMap(makers);
  /** The items of all frameworks; undefined where they are not all known. */
  const itemIds = (): string[] | undefined =>
    brokenFrameworks.size > 0 ? undefined : [...frameworks.values()].flatMap((framework) => framework.items.map((item) => item.id));
  const forms = new Map<string, () => Template>([...builtins.templates].map(([id, make]) => [`casewright:${id}`, make]));
  const { template } = config;
  let templateUri: string | undefined;
  if (template !== undefined && isPath(template)) {
    const file = read(['template'], template);
    templateUri = file?.uri;
    if (file) {
      const { value, problems: found } = loadTemplate(file.uri, file.text, itemIds());
      problems.push(...found);
      if (value) forms.set(template, () => value);
    }
  } else if (template !== undefined && !forms.has(template)) {
    problems.push({ ...loaded.placeOf(['template']), message: `There is no template “${template}”. Built in: ${[...forms.keys()].join(', ')}.` });
  }
  const templates = new LazyMap(forms);

  const bibliography = new Map<string, Source>();
  (config.bibliography ?? []).forEach((path, index) => {
    const file = read(['bibliography', index], path);
    if (!file) return;
    const { sources, problems: found } = readBibliography(file.uri, file.state);
    problems.push(...found);
    for (const source of sources) if (!bibliography.has(source.id)) bibliography.set(source.id, source);
  });

  const namesPath = config.confidential?.terms_file;
  const namesFile = namesPath === undefined ? undefined : read(['confidential', 'terms_file'], namesPath);
  const names = namesFile && namesFileOf(namesFile.uri, lookUp(namesFile.uri));
  problems.push(...problemsIn(names));

  // A gate for an item that does not exist would be met by every case.
  const gated = Object.keys(config.gates?.per_item ?? {});
  const known = (gated.length > 0 ? itemIds() : undefined) ?? gated;
  for (const id of gated) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    problems.push({ ...loaded.placeOf(['gates', 'per_item', id]), message: `No framework has an item “${id}”.${near ? ` Did you mean “${near}”?` : ''}` });
  }

  return {
    configUri: loaded.uri,
    config,
    frameworks,
    brokenFrameworks,
    defaultFrameworks,
    templates,
    template: template === undefined ? undefined : templates.get(template),
    templateUri,
    bibliography,
    names,
    problems,
  };
}

/** Whether a setting names a file and not something built in. */
function isPath(name: string): boolean {
  return /^[./\\]|[/\\]|\.(?:ya?ml|bib|json)$/i.test(name);
}
