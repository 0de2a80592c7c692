import { readYaml } from '../../syntax/read-yaml.ts';
import { entryOf, textOf } from '../../syntax/yaml-node.ts';
import { folderOf, resolvePath } from '../../workspace/uri.ts';
import type { TeamFile } from '../../mentions/team-file-mentions.ts';

/** The file that a configuration starts from; undefined when it names none, or what ships with Casewright. */
export function extendedBy({ uri, text }: TeamFile): string | undefined {
  const name = textOf(entryOf(readYaml(text).root, 'extends')?.value);
  return name === undefined || name.startsWith('casewright:') ? undefined : resolvePath(folderOf(uri), name);
}
