import type { Confidential } from '../../confidentiality/confidential.ts';
import { isInFileName, namesInBlock, namesInFrontMatter, type PlacedName } from '../../confidentiality/names-in-case.ts';
import { nodeAt } from '../../syntax/yaml-node.ts';
import { folderOf, foldersUpTo, nameOf } from '../../workspace/uri.ts';
import { reportData } from '../report-data.ts';
import { defineRule, NO_OPTIONS, type RelatedPlace, type Report } from '../rule.ts';

/** What a report of the rule is about: a name in what is read, in the syntax of marks, in front matter or in the file's name; a list that is missing, or lines of it. */
export type RealNamePlace = 'text' | 'syntax' | 'front-matter' | 'file-name' | 'list' | 'lines';

/**
 * A name that was promised to stay confidential. It is an error however far the draft is: what has been sent or published
 * cannot be taken back. Messages do not repeat the name, since they are printed where others read them.
 */
export const realName = defineRule({
  id: 'confidentiality/real-name',
  title: 'No confidential name stands in a case',
  severity: 'error',
  hasFix: true,
  options: NO_OPTIONS,
  *checkFrontMatter({ uri, model, confidential, project }) {
    yield* unusableList(confidential, nodeAt(model.fields, ['pseudonyms'])?.span ?? model.idSpan);
    for (const file of confidential.lists) {
      const place = namesWithin(uri, project.configUri).findIndex((name) => isInFileName(file.list, name));
      if (place >= 0) {
        const [what, which] = place === 0 ? ['The name of this case’s file', 'file'] : ['The name of a folder that this case lies in', 'folder'];
        const message = `${what} has a confidential name in it, which everybody sees who gets the file or a table of the cases. Rename the ${which}.`;
        yield { span: model.idSpan, message, data: { place: 'file-name' satisfies RealNamePlace } };
      }
      for (const found of namesInFrontMatter(file.list, model.frontMatter)) yield reportOn(found, file.uri, 'front-matter');
    }
  },
  *checkBlock({ block, facts }) {
    for (const { uri, list } of facts.confidential.lists) {
      for (const found of namesInBlock(list, block)) yield reportOn(found, uri, found.part);
    }
  },
});

/** What tables show of where a case lies: the name of its file, then those of the folders up to that of the configuration. */
function namesWithin(uri: string, configUri: string | undefined): string[] {
  const folders = configUri === undefined ? [] : foldersUpTo(uri, folderOf(configUri)).slice(0, -1);
  return [uri, ...folders].map(nameOf);
}

function reportOn({ name, span }: PlacedName, list: string, place: RealNamePlace): Report {
  const { pseudonym } = name;
  const instead = pseudonym === undefined ? 'a pseudonym or a role (“the founder”)' : `“${pseudonym}”`;
  return {
    span,
    message: `This name is to stay confidential, and what has been sent or published cannot be taken back. Write ${instead} instead.`,
    related: [{ uri: list, span: name.span, message: 'The list of confidential names has it here.' }],
    data: reportData({ place, pseudonym }),
  };
}

/** A guard that is off and says nothing would be worse than none. */
function* unusableList({ ownListMissing, lists }: Confidential, span: Report['span']): Iterable<Report> {
  if (ownListMissing !== undefined) {
    const message = `This list of real names ${ownListMissing}. Without it nobody notices when one of them stands in the case. Correct the path, or remove the line.`;
    yield { span, message, data: { place: 'list' satisfies RealNamePlace } };
  }
  const own = lists.find(({ isOwn }) => isOwn);
  if (!own || own.list.problems.length === 0) return;
  const related = own.list.problems.slice(0, MOST_RELATED).map(({ span: at, message }): RelatedPlace => ({ uri: own.uri, span: at, message }));
  const lines = own.list.problems.length === 1 ? 'A line' : `${own.list.problems.length} lines`;
  yield {
    span,
    message: `${lines} of this list of real names cannot be used as written. ${own.list.problems[0]?.message ?? ''}`,
    related,
    ...(own.list.problems.every(({ severity }) => severity === 'warning') ? { severity: 'warning' } : {}),
    data: { place: 'lines' satisfies RealNamePlace },
  };
}

const MOST_RELATED = 20;
