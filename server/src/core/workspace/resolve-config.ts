import { checkSample } from '../config/check-sample.ts';
import { configSchema, ruleSettings, type ConfigFile } from '../config/config-schema.ts';
import { loadYamlFile } from '../config/load-yaml-file.ts';
import type { Rule } from '../rules/rule.ts';
import { validate } from '../syntax/validate.ts';
import { entryOf, type YamlNode } from '../syntax/yaml-node.ts';
import { nearest } from '../text/nearest.ts';
import type { FileProblem } from './file-problem.ts';
import { whyUnread, type LookUpFile } from './file-state.ts';
import { settingPlace, type LoadedConfig, type PlaceOfSetting } from './loaded-config.ts';
import { folderOf, foldersUpTo, resolvePath } from './uri.ts';

export const CONFIG_FILE = 'casewright.yaml';

/**
 * The casewright.yaml that applies to a case: the nearest one from its folder up to `root`; undefined where there is none.
 */
export function findConfig(caseUri: string, root: string | undefined, lookUp: LookUpFile): string | undefined {
  const candidates = foldersUpTo(caseUri, root).map((folder) => `${folder}/${CONFIG_FILE}`);
  return candidates.find((uri) => ['text', 'unreadable'].includes(lookUp(uri).kind));
}

/**
 * The configuration in a file that {@link findConfig} found.
 * @param rules the rules that exist, to check the names and options of `rules:`
 */
export function readConfig(uri: string, lookUp: LookUpFile, rules: readonly Rule[]): LoadedConfig {
  const state = lookUp(uri);
  if (state.kind === 'text') return loadConfig(uri, state.text, lookUp, rules, []);
  const span = { start: 0, end: 0 };
  const problems = state.kind === 'unreadable' ? [{ uri, span, message: `This configuration could not be read: ${state.reason}.` }] : [];
  return { uri, config: {}, placeOf: settingPlace(uri, undefined), problems };
}

/** What applies where there is no casewright.yaml: the editor's settings, as if they stood in one in `folder`. */
export function settingsAsConfig(settings: ConfigFile, folder: string): LoadedConfig {
  return { uri: undefined, config: settings, placeOf: settingPlace(`${folder}/${CONFIG_FILE}`, undefined), problems: [] };
}

function loadConfig(uri: string, text: string, lookUp: LookUpFile, rules: readonly Rule[], above: readonly string[]): LoadedConfig {
  const { value = {}, root, problems: found } = loadYamlFile(uri, text, configSchema());
  const place = settingPlace(uri, root);
  const problems = [...found, ...checkRules(uri, root, value, rules), ...checkSample(uri, root, value)];
  const base = loadBase(value.extends, uri, lookUp, rules, above);
  if (base === undefined || 'message' in base) {
    return { uri, config: value, placeOf: place, problems: base ? [...problems, { ...place(['extends']), message: base.message }] : problems };
  }
  const config: ConfigFile = { ...base.config, ...value, rules: { ...base.config.rules, ...value.rules }, gates: { ...base.config.gates, ...value.gates } };
  const placeOf: PlaceOfSetting = (setting) => ((setting[0] as string) in value ? place(setting) : base.placeOf(setting));
  return { uri, config, placeOf, problems: [...problems, ...base.problems] };
}

/** The configuration that `extends` names; undefined for none or the built-in default; else what is wrong with it. */
function loadBase(
  name: string | undefined,
  uri: string,
  lookUp: LookUpFile,
  rules: readonly Rule[],
  above: readonly string[],
): LoadedConfig | { message: string } | undefined {
  if (name === undefined || name === 'casewright:recommended') return undefined;
  if (name.startsWith('casewright:')) return { message: `There is no built-in configuration “${name}”; there is casewright:recommended.` };
  const base = resolvePath(folderOf(uri), name);
  if (base === uri || above.includes(base)) return { message: `“${name}” extends this file in turn, so neither can come first. Remove one of the two.` };
  const state = lookUp(base);
  const why = whyUnread(state);
  if (why !== undefined) return { message: `“${name}” ${why}.` };
  if (state.kind !== 'text') return undefined;
  return loadConfig(base, state.text, lookUp, rules, [...above, uri]);
}

/** Names of rules that do not exist, and options that a rule does not take. */
function checkRules(uri: string, root: YamlNode | undefined, config: ConfigFile, rules: readonly Rule[]): FileProblem[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const node = entryOf(root, 'rules')?.value;
  return [...ruleSettings(config).keys()].flatMap((id): FileProblem[] => {
    const entry = entryOf(node, id);
    if (!entry) return [];
    const rule = byId.get(id);
    if (!rule) {
      const near = nearest(id, [...byId.keys()]);
      return [{ uri, span: entry.keySpan, message: `There is no rule “${id}”.${near ? ` Did you mean “${near}”?` : ''}` }];
    }
    if (entry.value.kind !== 'map') return [];
    const options = { ...entry.value, entries: entry.value.entries.filter((option) => option.key !== 'severity') };
    return validate(options, rule.options).violations.map((violation) => ({
      uri,
      span: violation.span,
      message: `${violation.message}.${violation.suggestion ? ` Did you mean “${violation.suggestion}”?` : ''}`,
    }));
  });
}
