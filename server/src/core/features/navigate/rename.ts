import type { TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { nameOf } from '../../workspace/uri.ts';
import { sourceInBibliography } from '../../mentions/bibliography-mentions.ts';
import { mentionsOf } from '../../mentions/case-mentions.ts';
import { whyUnfit } from './new-name.ts';
import type { Referent } from '../../mentions/referent.ts';
import { itemInTeamFiles, type TeamFile, type TeamFiles } from '../../mentions/team-file-mentions.ts';

/** What may name the thing that is renamed, or what it is to be called. */
export interface RenameScope {
  /** For a case or one of its own sources: the case; for what others share: all that use it and whose text has the old name or the new one. */
  readonly cases: readonly CaseAnalysis[];
  /** For an item. */
  readonly team: TeamFiles | undefined;
  /** For a source that stands in a bibliography. */
  readonly bibliography: TeamFile | undefined;
  /** For a case: what the others are called. */
  readonly caseIds: ReadonlySet<string>;
}

/** The edits of one file. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** What a renaming changes; or why it is not done, in sentences for who asked for it. */
export type Renaming = { readonly kind: 'edits'; readonly files: readonly FileEdits[] } | { readonly kind: 'refused'; readonly reason: string };

/**
 * Why something cannot be renamed at all, in sentences; undefined where it can.
 * @param from the file in which somebody asks for it
 * @param isTeams whether a file is the team's own, and not one that ships with Casewright
 */
export function whyNotRenamed(referent: Referent, from: string, isTeams: (uri: string) => boolean): string | undefined {
  switch (referent.kind) {
    case 'case':
      return undefined;
    case 'source':
      if (referent.uri === from) return undefined;
      return `“${referent.id}” stands in “${nameOf(referent.uri)}”. A bibliography is often written by another program, which would undo the change. If yours is written by hand, rename it there: all that cite it change with it.`;
    case 'item':
      if (isTeams(referent.uri)) return undefined;
      return `“${referent.id}” belongs to a framework that ships with Casewright, so that it has the same name in everybody’s cases. To have names of your own, copy the framework into a file of your team’s and name that in casewright.yaml.`;
    case 'framework':
    case 'template':
      return 'What can be renamed are cases, their sources, and the items of a framework of your team’s. A framework or a template is named in its file and in many others: change it by hand.';
  }
}

/** Gives something another name wherever it is named; refuses what would make two things one, or what YAML or Markdown would misread. */
export function renaming(referent: Referent, newName: string, scope: RenameScope): Renaming {
  if (newName === referent.id) return { kind: 'edits', files: [] };
  const reason = whyUnfit(referent.kind, newName) ?? whyTaken(referent, newName, scope);
  if (reason !== undefined) return { kind: 'refused', reason };
  const files = [
    ...(referent.kind === 'item' && scope.team ? itemInTeamFiles(referent, scope.team) : []),
    ...(referent.kind === 'source' && scope.bibliography ? [{ ...scope.bibliography, mentions: sourceInBibliography(referent, scope.bibliography) }] : []),
    ...scope.cases.map((analysis) => ({ uri: analysis.uri, mentions: mentionsOf(analysis, referent) })),
  ];
  const odd = files.find(({ mentions }) => mentions.some(({ reads }) => reads === 'otherwise'));
  if (odd) {
    const where = `“${referent.id}” is written with escapes in “${nameOf(odd.uri)}”, so it cannot be replaced there`;
    return { kind: 'refused', reason: `${where}. Write it plainly, and rename it then.` };
  }
  const edited = files.map(({ uri, mentions }) => ({
    uri,
    edits: mentions.filter(({ reads }) => reads === 'id').map(({ span }) => ({ span, newText: newName })),
  }));
  return { kind: 'edits', files: edited.filter(({ edits }) => edits.length > 0) };
}

/** Why a name cannot be given to another thing; undefined where nothing has it, and nobody writes it of something else. */
function whyTaken(referent: Referent, name: string, { cases, team, bibliography, caseIds }: RenameScope): string | undefined {
  if (referent.kind === 'case')
    return caseIds.has(name) ? `There is a case “${name}” already, and nobody could tell the two apart. Choose another name.` : undefined;
  if (referent.kind === 'source') {
    const isInBibliography = bibliography !== undefined && sourceInBibliography({ ...referent, id: name }, bibliography).length > 0;
    return isInBibliography ? sourceTaken(name) : firstOf(cases, (analysis) => whySourceTaken(analysis, name));
  }
  if (referent.kind !== 'item') return undefined;
  const isInTeamFiles = team !== undefined && itemInTeamFiles({ ...referent, id: name }, team).length > 0;
  if (isInTeamFiles) return `There is an item “${name}” already, and marks could not tell the two apart. Choose another name.`;
  return firstOf(cases, (analysis) => whyItemTaken(analysis, name));
}

function firstOf<T>(all: readonly T[], reasonOf: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const reason = reasonOf(one);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function whySourceTaken({ sources, model, coverage }: CaseAnalysis, name: string): string | undefined {
  if (sources.has(name)) return sourceTaken(name);
  const isCited = model.citations.some(({ id }) => id === name) || coverage.marks.some(({ sourceIds }) => sourceIds.includes(name));
  return isCited
    ? `“${name}” is cited already, though it is not declared: those citations would then lead to this source. Declare or correct them first.`
    : undefined;
}

function sourceTaken(name: string): string {
  return `There is a source “${name}” already, and citations could not tell the two apart. Choose another name.`;
}

function whyItemTaken({ frameworks, model }: CaseAnalysis, name: string): string | undefined {
  const other = frameworks.byId.get(name);
  const id = model.id || 'without a name';
  if (other)
    return `The case “${id}” also uses “${other.framework.title}”, which has an item “${name}”: its marks could not tell the two apart. Choose another name.`;
  const isWritten = model.directives.some((directive) => directive.name === name) || model.findings.some(({ itemId }) => itemId === name);
  return isWritten
    ? `The case “${id}” has “:${name}” or a finding of that name already, which would then be about this item. Correct that first, or choose another name.`
    : undefined;
}
