import { readYaml } from '../syntax/read-yaml.ts';
import { entryOf, itemsOf, textOf, type YamlNode } from '../syntax/yaml-node.ts';
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
  return [
    { ...pack, mentions: itemInPack(item, pack.text) },
    ...configurations.map((file) => ({ ...file, mentions: itemInConfiguration(item, file.text) })),
    ...templates.map((file) => ({ ...file, mentions: itemInTemplate(item, file.text) })),
  ].filter(({ mentions }) => mentions.length > 0);
}

/** Its own entry, the entries of its parts, and the arrows from it and to it. */
function itemInPack(item: ItemReferent, text: string): Mention[] {
  const { root } = readYaml(text);
  const own = itemsOf(entryOf(root, 'items')?.value);
  const links = itemsOf(entryOf(root, 'links')?.value);
  return [
    ...own.flatMap((node) => named(item, text, entryOf(node, 'id')?.value, true)),
    ...own.flatMap((node) => named(item, text, entryOf(node, 'parent')?.value)),
    ...links.flatMap((node) => ['from', 'to'].flatMap((end) => named(item, text, entryOf(node, end)?.value))),
  ];
}

/** The gates that are set for it. */
function itemInConfiguration(item: ItemReferent, text: string): Mention[] {
  const gate = entryOf(entryOf(entryOf(readYaml(text).root, 'gates')?.value, 'per_item')?.value, item.id);
  return gate ? [mention(item, text, gate.keySpan)] : [];
}

/** The sections, on whichever level, that are to be those of it. */
function itemInTemplate(item: ItemReferent, text: string): Mention[] {
  const inSections = (sections: YamlNode | undefined): Mention[] =>
    itemsOf(sections).flatMap((section) => [
      ...itemsOf(entryOf(section, 'items')?.value).flatMap((node) => named(item, text, node)),
      ...inSections(entryOf(section, 'sections')?.value),
    ]);
  return inSections(entryOf(readYaml(text).root, 'sections')?.value);
}

function named(item: ItemReferent, text: string, node: YamlNode | undefined, isDeclaration = false): Mention[] {
  return node && textOf(node) === item.id ? [mention(item, text, node.span, isDeclaration)] : [];
}
