import type { ConfigFile } from '../config/config-schema.ts';
import { nodeAt, type YamlNode } from '../syntax/yaml-node.ts';
import type { Span } from '../text/span.ts';
import type { FileProblem } from './file-problem.ts';

/** A configuration with its `extends` worked in. */
export interface LoadedConfig {
  /** Undefined when no casewright.yaml applies. */
  readonly uri: string | undefined;
  readonly config: ConfigFile;
  /** Where a setting stands, in whichever file it does. */
  readonly placeOf: PlaceOfSetting;
  readonly problems: readonly FileProblem[];
}

/** Where a setting stands, or the start of the file when it is not written there. */
export type PlaceOfSetting = (setting: readonly (string | number)[]) => { readonly uri: string; readonly span: Span };

/** The place of a setting in one file. */
export function settingPlace(uri: string, root: YamlNode | undefined): PlaceOfSetting {
  return (setting) => ({ uri, span: nodeAt(root, setting)?.span ?? { start: 0, end: 0 } });
}
