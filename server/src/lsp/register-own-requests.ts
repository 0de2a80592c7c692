import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { languagesOf } from '../core/config/template-headings.ts';
import { USUAL_TEMPLATE } from '../core/config/usual.ts';
import { findingsToConfirm } from '../core/features/findings-to-confirm.ts';
import { usualFrameworks } from '../core/features/new-case-frameworks.ts';
import { newCaseText, templateNameIn } from '../core/features/new-case.ts';
import { insertMissingSections } from '../core/features/missing-sections.ts';
import type { CaseDigest } from '../core/report/case-digest.ts';
import { itemsOf, summaryOf } from '../core/report/summary.ts';
import { shownText } from '../core/text/shown-text.ts';
import type { Project } from '../core/workspace/project.ts';
import {
  CaseChangesRequest,
  CaseItemsRequest,
  CasesRequest,
  CheckAllRequest,
  FindingsToConfirmRequest,
  MissingSectionsRequest,
  NewCaseChoicesRequest,
  NewCaseTextRequest,
  ReadOnNotification,
  SummaryRequest,
} from '../protocol.ts';
import { checkAll } from './check-all.ts';
import { toTextEdit, toTextEdits } from './convert.ts';
import { ListChanges } from './list-changes.ts';
import { normalise } from './normalise.ts';
import type { ServerContext } from './server-context.ts';

/** Answers the requests of protocol.ts. */
export function registerOwnRequests(context: ServerContext): void {
  const { connection, session } = context;
  const allCases = (): CaseDigest[] => session.workspace.cases().flatMap((uri) => session.register.get(uri) ?? []);
  const changes = new ListChanges(session.register, {
    inOrder: () => allCases().map(({ uri }) => uri),
    reading: () => session.reading.state,
    server: Date.now().toString(36),
  });

  connection.onRequest(SummaryRequest, async ({ uri }) => {
    const analysis = await session.analyse(uri);
    return analysis ? summaryOf(analysis) : null;
  });

  connection.onRequest(CasesRequest, async () => {
    await session.allRead();
    return allCases().map(({ overview }) => overview.value);
  });

  connection.onRequest(CaseChangesRequest, async ({ since }) => {
    await session.update();
    return changes.since(since);
  });

  connection.onRequest(CaseItemsRequest, async ({ uri, framework }) => {
    const analysis = await session.analyse(uri);
    return analysis ? itemsOf(analysis, framework) : [];
  });

  connection.onNotification(ReadOnNotification, (isWanted) => {
    if (!isWanted) session.reading.stop();
    else if (session.reading.state.kind === 'stopped') session.reading.start();
  });

  connection.onRequest(CheckAllRequest, (params, token) => checkAll(context, params.workDoneToken, token));

  connection.onRequest(MissingSectionsRequest, async ({ uri }) => {
    const analysis = await session.analyse(uri);
    if (!analysis) return { edits: [], headings: [] };
    const { edits, headings } = insertMissingSections(analysis);
    return { edits: toTextEdits(edits, analysis.lines), headings: headings.map(shownText) };
  });

  connection.onRequest(FindingsToConfirmRequest, async ({ uri }) => {
    const analysis = await session.analyse(uri);
    if (!analysis) return null;
    return findingsToConfirm(analysis).map(({ edit, label, conclusion, words, ...rest }) => ({
      ...rest,
      label: shownText(label),
      conclusion: shownText(conclusion),
      words: shownText(words),
      edit: toTextEdit(edit, analysis.lines),
    }));
  });

  connection.onRequest(NewCaseChoicesRequest, async ({ folder }) => {
    const project = await projectIn(folder);
    const cases = allCases().map(({ uri, namesFrameworks, frameworks }) => ({ uri, model: { frameworks: namesFrameworks ? frameworks : undefined } }));
    const usual = usualFrameworks(project, cases, normalise(folder).replace(/\/$/, '')).ids;
    const others = [...project.frameworks.keys()].filter((id) => !usual.includes(id));
    const first = project.config.template ?? USUAL_TEMPLATE;
    const templates = [...project.templates].map(([id, template]) => ({
      id,
      title: shownText(template.title),
      description: shownText(template.description ?? '') || null,
      languages: languagesOf(template),
    }));
    return {
      templates: [...templates.filter(({ id }) => id === first), ...templates.filter(({ id }) => id !== first)],
      frameworks: [...usual, ...others]
        .flatMap((id) => project.frameworks.get(id) ?? [])
        .map(({ id, title, summary }) => ({ id, title: shownText(title), summary: shownText(summary ?? '') || null, isDefault: usual.includes(id) })),
    };
  });

  connection.onRequest(NewCaseTextRequest, async ({ folder, name, title, template, lang, frameworks }) => {
    const project = await projectIn(folder);
    const chosen = project.templates.get(template);
    if (!chosen) throw new ResponseError(ErrorCodes.InvalidParams, `There is no template “${template}”.`);
    return newCaseText({
      name,
      title,
      template: chosen,
      templateName: templateNameIn(project, template),
      frameworks: frameworks.flatMap((id) => project.frameworks.get(id) ?? []),
      language: lang,
    });
  });

  async function projectIn(folder: string): Promise<Project> {
    await session.allRead();
    return session.projectOf(`${folder.replace(/\/$/, '')}/case.md`);
  }
}
