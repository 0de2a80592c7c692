import { CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError, type Diagnostic } from 'vscode-languageserver';
import { languagesOf } from '../core/config/template-headings.ts';
import { USUAL_TEMPLATE } from '../core/config/usual.ts';
import { usualFrameworks } from '../core/features/new-case-frameworks.ts';
import { newCaseText, templateNameIn } from '../core/features/new-case.ts';
import { insertMissingSections } from '../core/features/missing-sections.ts';
import { overviewOf, summaryOf } from '../core/report/summary.ts';
import type { Severity } from '../core/config/config-schema.ts';
import type { Project } from '../core/workspace/project.ts';
import {
  CasesRequest,
  CheckAllRequest,
  MissingSectionsRequest,
  NewCaseChoicesRequest,
  NewCaseTextRequest,
  SummaryRequest,
  type CheckAllResult,
} from '../protocol.ts';
import { toTextEdits } from './convert.ts';
import type { ServerContext } from './server-context.ts';
import { normalise } from './session.ts';

/** How many cases are checked before progress is shown and other requests get their turn. */
const CASES_AT_A_TIME = 10;

/** Answers the requests of protocol.ts. */
export function registerOwnRequests(context: ServerContext): void {
  const { connection, session } = context;

  connection.onRequest(SummaryRequest, async ({ uri }) => {
    const analysis = await session.analyse(uri);
    return analysis ? summaryOf(analysis) : null;
  });

  connection.onRequest(CasesRequest, async () => {
    await session.scanned();
    return (await session.analyseAll()).map(overviewOf);
  });

  connection.onRequest(CheckAllRequest, (params, token) => checkAll(context, params.workDoneToken, token));

  connection.onRequest(MissingSectionsRequest, async ({ uri }) => {
    const analysis = await session.analyse(uri);
    if (!analysis) return { edits: [], headings: [] };
    const { edits, headings } = insertMissingSections(analysis);
    return { edits: toTextEdits(edits, analysis.lines), headings };
  });

  connection.onRequest(NewCaseChoicesRequest, async ({ folder }) => {
    const project = await projectIn(folder);
    const usual = usualFrameworks(project, await session.analyseAll(), normalise(folder).replace(/\/$/, '')).ids;
    const others = [...project.frameworks.keys()].filter((id) => !usual.includes(id));
    const first = project.config.template ?? USUAL_TEMPLATE;
    const templates = [...project.templates].map(([id, template]) => ({
      id,
      title: template.title,
      description: template.description ?? null,
      languages: languagesOf(template),
    }));
    return {
      templates: [...templates.filter(({ id }) => id === first), ...templates.filter(({ id }) => id !== first)],
      frameworks: [...usual, ...others]
        .flatMap((id) => project.frameworks.get(id) ?? [])
        .map(({ id, title, summary }) => ({ id, title, summary: summary ?? null, isDefault: usual.includes(id) })),
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
    await session.scanned();
    return session.projectOf(`${folder.replace(/\/$/, '')}/case.md`);
  }
}

async function checkAll(
  { connection, session, diagnostics }: ServerContext,
  workDoneToken: string | number | undefined,
  token: CancellationToken,
): Promise<CheckAllResult> {
  const progress = workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
  progress?.begin('Checking cases', 0, undefined, true);
  try {
    await session.scanned();
    await session.analyseAll();
    const uris = session.workspace.cases();
    const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    const files: { uri: string; diagnostics: Diagnostic[] }[] = [];
    for (const [index, uri] of uris.entries()) {
      if (index % CASES_AT_A_TIME === 0) {
        progress?.report(Math.round((index / uris.length) * 100), `${index} of ${uris.length}`);
        // Lets a cancellation, or the author's next keystroke, come through.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Checking was cancelled.');
      const analysis = session.workspace.analyse(uri);
      if (!analysis) continue;
      for (const finding of analysis.findings) counts[finding.severity] += 1;
      files.push({ uri, diagnostics: diagnostics.diagnosticsOf(analysis) });
    }
    return { cases: files.length, errors: counts.error, warnings: counts.warning, infos: counts.info, files };
  } finally {
    progress?.done();
  }
}
