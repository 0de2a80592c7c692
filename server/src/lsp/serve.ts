import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  WatchKind,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../host/host.ts';
import { CasesChangedNotification, ReadyNotification } from '../protocol.ts';
import type { ClientProfile } from './client-profile.ts';
import { Diagnostics } from './diagnostics.ts';
import { askForFilesBehindCases, ENDINGS, isBehindCases } from './files-behind-cases.ts';
import { registerFeatures } from './register-features.ts';
import { registerMarking } from './register-marking.ts';
import { registerMarks } from './register-marks.ts';
import { registerMatrix } from './register-matrix.ts';
import { registerNavigation } from './register-navigation.ts';
import { registerOwnRequests } from './register-own-requests.ts';
import { PAGE_SCHEME } from './own-pages.ts';
import { ReadingReport } from './reading-report.ts';
import { guard, logError } from './run-safe.ts';
import type { ServerContext } from './server-context.ts';
import { Session } from './session.ts';

/** The client that is served, and what it said of itself. */
export interface Client {
  readonly connection: Connection;
  readonly host: Host;
  readonly params: InitializeParams;
  readonly profile: ClientProfile;
}

/** Answers everything that a client can ask behind `initialize`. */
export function serve({ connection, host, params, profile }: Client): void {
  const documents = new TextDocuments(TextDocument);
  const session = new Session(host);
  const diagnostics = new Diagnostics(connection, session, profile, host.rulePages);
  const context: ServerContext = { connection, session, documents, profile, diagnostics };
  registerFeatures(context);
  registerMarking(context);
  registerMarks(context);
  registerMatrix(context);
  registerNavigation(context);
  registerOwnRequests(context);
  followDocuments(context);
  followWorkspace(context, foldersOf(params));
  documents.listen(connection);
}

/** The folders of the workspace. Clients from before workspace folders send one root, which the protocol still allows. */
function foldersOf(params: InitializeParams): string[] {
  const { rootUri } = params as { rootUri?: string | null };
  return params.workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : []);
}

/** Open documents: of cases their findings, and word to our own client that one has changed. */
function followDocuments({ connection, session, documents, profile, diagnostics }: ServerContext): void {
  const announce = announcer(connection, profile);
  documents.onDidChangeContent(
    guard(connection, undefined, async ({ document }) => {
      if (isBehindCases(document.uri)) {
        session.showFile(document);
        return;
      }
      session.change(document);
      announce(document.uri);
      await diagnostics.pushOne(document.uri, document.version);
    }),
  );
  documents.onDidClose(
    guard(connection, undefined, async ({ document }) => {
      if (isBehindCases(document.uri)) {
        session.hideFile(document.uri);
        return;
      }
      await session.close(document.uri);
      announce(document.uri);
      await diagnostics.clear(document.uri);
    }),
  );
}

/** Folders, files on disk and settings. */
function followWorkspace({ connection, session, profile, diagnostics }: ServerContext, folders: readonly string[]): void {
  const announce = announcer(connection, profile);
  const refreshFindings = guard(connection, undefined, () => diagnostics.refreshAll());
  const everythingChanged = (): void => {
    announce();
    if (profile.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    void refreshFindings();
  };
  const report = new ReadingReport(connection, profile, () => {
    session.reading.stop();
  });
  session.listen({
    onProgress: (state) => {
      report.update(state);
    },
    onEnd: ({ listed, uris }) => {
      if (listed) everythingChanged();
      else if (uris.length > 0) {
        for (const uri of uris) announce(uri);
        void refreshFindings(); // an open case may have the name of one that changed
      }
      if (listed && profile.isOurs) void connection.sendNotification(ReadyNotification);
    },
    onError: (error) => {
      logError(connection, error);
    },
  });
  const readSettings = guard(connection, undefined, async () => {
    if (profile.answersConfiguration) session.setSettings(await connection.workspace.getConfiguration('casewright'));
  });

  // They may change while the settings are still being asked for: then the first ones are no longer the open ones.
  let open = folders;
  connection.onInitialized(
    guard(connection, undefined, async () => {
      if (profile.answersConfiguration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'casewright' });
      if (profile.registersWatchers) {
        // Of folders only that they are deleted matters: with them go the cases in them.
        const watchers = [{ globPattern: `**/*.{md,markdown,${ENDINGS.join(',')}}` }, { globPattern: '**/*', kind: WatchKind.Delete }];
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
      if (profile.takesMoreDocuments) {
        const schemes = open.map((uri) => uri.slice(0, uri.indexOf(':')));
        void askForFilesBehindCases(connection, [...new Set(['file', ...(profile.isOurs ? [PAGE_SCHEME] : []), ...schemes])]);
      }
      if (profile.tellsFolderChanges) {
        connection.workspace.onDidChangeWorkspaceFolders(async () => {
          open = ((await connection.workspace.getWorkspaceFolders()) ?? []).map((folder) => folder.uri);
          session.setFolders(open);
        });
      }
      await readSettings();
      session.setFolders(open);
    }),
  );
  connection.onDidChangeConfiguration(
    guard(connection, undefined, async ({ settings }) => {
      if (profile.answersConfiguration) await readSettings();
      else session.setSettings((settings as { casewright?: unknown } | null)?.casewright);
      session.reading.start();
    }),
  );
  connection.onDidChangeWatchedFiles(
    guard(connection, undefined, async ({ changes }) => {
      const results = await Promise.all(changes.map(async ({ uri, type }) => [uri, await session.fileChanged(uri, type === FileChangeType.Deleted)] as const));
      const touching = results.filter(([, isTouching]) => isTouching).map(([uri]) => uri);
      if (touching.length === 0) return;
      // The open documents at once; then the closed ones that are touched, too.
      everythingChanged();
      if (touching.some((uri) => uri.endsWith('/casewright.yaml'))) session.reading.start();
      else session.reading.more();
    }),
  );
}

/** Tells our own client which cases changed, at most once in a turn of the event loop. Without a URI: all may have. */
function announcer(connection: Connection, profile: ClientProfile): (uri?: string) => void {
  const uris = new Set<string>();
  let isScheduled = false;
  return (uri) => {
    if (!profile.isOurs) return;
    if (uri !== undefined) uris.add(uri);
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      void connection.sendNotification(CasesChangedNotification, { uris: [...uris] });
      uris.clear();
    });
  };
}
