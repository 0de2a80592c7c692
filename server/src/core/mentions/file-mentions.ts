import { readBibliography } from '../bibliography/bibliography.ts';
import { readYaml } from '../syntax/read-yaml.ts';
import { touches } from '../text/span.ts';
import type { Project } from '../workspace/project.ts';
import { namedInConfiguration, namedInPack, namedInTemplate } from './named-items.ts';
import { mention, type Mention, type Referent } from './referent.ts';
import type { TeamFile } from './team-file-mentions.ts';

/**
 * What is named at an offset of a file that cases rest on: an item in a framework, a template or a configuration, a source
 * anywhere in its entry of a bibliography. Nothing is named in a transcript.
 * @param project what applies where the file lies
 */
export function mentionInFile(file: TeamFile, offset: number, project: Project): Mention | undefined {
  return /\.(?:bib|json)$/i.test(file.uri) ? sourceAt(file, offset) : itemAt(file, offset, project);
}

function sourceAt({ uri, text }: TeamFile, offset: number): Mention | undefined {
  const entry = readBibliography(uri, { text }).sources.find(({ span }) => touches(span, offset));
  return entry && mention({ kind: 'source', id: entry.id, uri }, text, entry.idSpan, true);
}

function itemAt({ uri, text }: TeamFile, offset: number, project: Project): Mention | undefined {
  const { root } = readYaml(text);
  const isPack = [...project.frameworks.values()].some((framework) => framework.uri === uri);
  const names = isPack ? namedInPack(root) : uri === project.templateUri ? namedInTemplate(root) : namedInConfiguration(root);
  const at = [...names].find(({ span }) => touches(span, offset));
  const referent = at && (isPack ? { kind: 'item' as const, id: at.id, uri } : itemOf(at.id, project));
  return referent && mention(referent, text, at.span, at.isDeclaration);
}

/** The item that an id means outside of its framework’s file: first one of those that cases use unless they say otherwise. */
function itemOf(id: string, { frameworks, defaultFrameworks }: Project): Referent | undefined {
  const first = defaultFrameworks.flatMap((name) => frameworks.get(name) ?? []);
  const framework = [...first, ...frameworks.values()].find(({ items }) => items.some((item) => item.id === id));
  return framework && { kind: 'item', id, uri: framework.uri };
}
