import { readYaml } from '../syntax/read-yaml.ts';
import { namedInConfiguration, namedInPack, namedInTemplate, type NamesIn } from './named-items.ts';
import { mention, type Mention, type Referent } from './referent.ts';

/** A file of a team's, or of those that ship with Casewright. */
export interface TeamFile {
  readonly uri: string;
  readonly text: string;
}

/** The files of a study, besides its cases, that speak of a framework's items. */
export interface TeamFiles {
  /** The framework's own file. */
  readonly pack: TeamFile;
  /** The configurations of the cases, and what these extend. */
  readonly configurations: readonly TeamFile[];
  readonly templates: readonly TeamFile[];
}

type ItemReferent = Extract<Referent, { kind: 'item' }>;

/** A file of the team's, and where it names what was looked for. */
export interface TeamFileMentions extends TeamFile {
  readonly mentions: readonly Mention[];
}

/** Where a framework's item is declared and where else a team's files name it, file by file; files that do not are left out. */
export function itemInTeamFiles(item: ItemReferent, { pack, configurations, templates }: TeamFiles): TeamFileMentions[] {
  const inFile = (file: TeamFile, namesIn: NamesIn): TeamFileMentions => {
    const names = [...namesIn(readYaml(file.text).root)].filter(({ id }) => id === item.id);
    return { ...file, mentions: names.map(({ span, isDeclaration }) => mention(item, file.text, span, isDeclaration)) };
  };
  return [
    inFile(pack, namedInPack),
    ...configurations.map((file) => inFile(file, namedInConfiguration)),
    ...templates.map((file) => inFile(file, namedInTemplate)),
  ].filter(({ mentions }) => mentions.length > 0);
}
