import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector, LanguageClientOptions } from 'vscode-languageclient';
import {
  CasesChangedNotification,
  ReadOnNotification,
  type CaseOverview,
  type CaseSummary,
  type InitializationOptions,
  type ShownMark,
} from '../../server/src/protocol.ts';
import type { MatrixData } from '../matrix/messages.ts';
import { ActiveCase } from './active-case.ts';
import { caseDocuments, followFolders } from './case-documents.ts';
import { CaseList } from './case-list.ts';
import { ClosedFileProblems } from './closed-file-problems.ts';
import { checkAll } from './commands/check-all.ts';
import { confirmFinding } from './commands/confirm-finding.ts';
import { insertMissingSections } from './commands/insert-missing-sections.ts';
import { markAsEvidence } from './commands/mark-as-evidence.ts';
import { newCase } from './commands/new-case.ts';
import { openSummary, showItem } from './commands/open-summary.ts';
import { provideExtensionPages, RULE_PAGES } from './extension-pages.ts';
import { FrameworkNamesOfStudies } from './framework-names.ts';
import { exportMatrix } from './matrix/export-matrix.ts';
import { MatrixPanel } from './matrix/matrix-panel.ts';
import { COLOURS } from './marks/arrange-marks.ts';
import { MarksInEditors } from './marks/marks-in-editors.ts';
import { SummaryPanel } from './panel/summary-panel.ts';
import { setSettings } from './settings.ts';
import { marksPlugin } from './preview/marks-plugin.ts';
import { CaseStatusBar } from './status-bar.ts';
import { PlaceShower } from './show-place.ts';
import { suggestKeys } from './suggest-keys.ts';
import { CasesTree, type CasesTreeNode } from './tree/cases-tree.ts';
import { readForServer } from './workspace-files.ts';

/** What other extensions, and our tests, can ask of the running extension. */
export interface CasewrightApi {
  /** What the summary panel shows; null while it is closed or shows no case. */
  readonly summary: () => CaseSummary | null;
  /** What the matrix shows; null while it is closed or hidden. */
  readonly matrix: () => MatrixData | null;
  readonly cases: () => readonly CaseOverview[];
  readonly tree: vscode.TreeDataProvider<CasesTreeNode>;
  /** What the status bar says; undefined while it says nothing. */
  readonly statusBar: () => string | undefined;
  /** The marks that are drawn in the active editor. */
  readonly marks: () => readonly ShownMark[];
  /** Called by VS Code, which then shows cases as such in its Markdown preview. */
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** Makes a client for the place where the extension runs. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and everything that shows what it says. */
export async function startClient(context: vscode.ExtensionContext, factory: ClientFactory): Promise<CasewrightApi> {
  const { extensionUri, subscriptions } = context;
  const documents = caseDocuments();
  const client = factory(
    clientOptions(documents, (uri) => {
      marks.analysed(uri);
    }),
  );
  const marks = new MarksInEditors(client, context.extension.packageJSON);
  const names = new FrameworkNamesOfStudies(client);
  const cases = new CaseList(client);
  const active = new ActiveCase(cases);
  const places = new PlaceShower();
  const panel = new SummaryPanel({ client, extensionUri, places, active });
  const matrix = new MatrixPanel({ client, extensionUri, places });
  const tree = new CasesTree(client, cases);
  const statusBar = new CaseStatusBar(active);
  const problems = new ClosedFileProblems(client);
  subscriptions.push(cases, active, places, panel, matrix, tree, statusBar, problems, marks, suggestKeys(client, cases));
  subscriptions.push(
    provideExtensionPages(extensionUri),
    followFolders(documents, () => restart(client)),
  );

  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'casewright.openSummary': (target?: unknown) => openSummary({ panel, active, cases }, target),
    'casewright.showItem': (uri: unknown, item: unknown) => {
      showItem(panel, uri, item);
    },
    'casewright.showPlace': (uri: vscode.Uri, range: vscode.Range) => places.show(uri, range),
    'casewright.openMatrix': () => {
      matrix.show();
    },
    'casewright.exportMatrix': (answers?: unknown) => exportMatrix({ client, cases, matrix, places }, answers),
    'casewright.newCase': (answers?: unknown) => newCase({ client, cases, active }, answers),
    'casewright.checkAll': () => checkAll(client, problems),
    'casewright.stopReading': () => client.sendNotification(ReadOnNotification, false),
    'casewright.confirmFinding': () => confirmFinding(client),
    'casewright.insertMissingSections': () => insertMissingSections(client, cases),
    'casewright.toggleMarks': () => marks.toggle(),
    'casewright.markAsEvidence': () => markAsEvidence(client),
    'casewright.restartServer': () => restart(client),
  };
  for (const [id, run] of Object.entries(commands)) subscriptions.push(vscode.commands.registerCommand(id, run));

  readForServer(client);
  client.onNotification(CasesChangedNotification, ({ uris }) => {
    void cases.refresh();
    panel.casesChanged(uris);
    matrix.casesChanged(uris);
    if (uris.length === 0) names.refresh(); // not a case, but what cases depend on
  });
  subscriptions.push({ dispose: () => void client.stop() });
  await client.start();
  names.refresh();
  return {
    summary: () => panel.shown,
    matrix: () => matrix.shown,
    cases: () => cases.all,
    tree,
    statusBar: () => statusBar.text,
    marks: () => marks.drawn,
    extendMarkdownIt: (md) => marksPlugin(md, { names: names.of, colours: COLOURS }),
  };
}

/** Stops the server and starts it anew; the client forgets what it knew of the old one. */
async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}

/** @param onAnalysed called with a document when the findings of a version of it are in */
function clientOptions(documentSelector: DocumentSelector, onAnalysed: (uri: vscode.Uri) => void): LanguageClientOptions {
  const options: InitializationOptions = { rulePages: RULE_PAGES, clientCommands: true };
  return {
    documentSelector,
    initializationOptions: options,
    diagnosticCollectionName: 'casewright',
    diagnosticPullOptions: { onChange: true, onSave: false },
    middleware: {
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const report = await next(document, previousResultId, token);
        onAnalysed(document instanceof vscode.Uri ? document : document.uri);
        return report;
      },
      workspace: {
        configuration: async (params, token, next) => {
          const answers = await next(params, token);
          if (!Array.isArray(answers)) return answers;
          return params.items.map((item, index): unknown => (item.section === 'casewright' ? setSettings(item.scopeUri) : answers[index]));
        },
      },
    },
  };
}
