import { describe, expect, it } from 'vitest';
import { CasesRequest, FindFilesRequest, ReadFileRequest } from '../../server/src/protocol.ts';
import { lspStudies, type LspStudy } from '../support/lsp-study.ts';

const start = lspStudies();
const caseText = (id: string): string => `---\ncase: ${id}\nframeworks: [policy-themes]\n---\n\nText.\n`;
const ON_DISK = { 'one.md': caseText('one') };

/** A folder that is on no disk: the client alone can read it. */
const REPOSITORY = 'vscode-vfs://github/team/study';
const IN_REPOSITORY = new Map([
  [`${REPOSITORY}/cases/far.md`, caseText('far')],
  [`${REPOSITORY}/cases/away.md`, caseText('away')],
  [`${REPOSITORY}/draft.md`, caseText('draft')],
  [`${REPOSITORY}/casewright.yaml`, 'cases: [cases/*.md]\n'],
]);

interface EditorOptions {
  /** What it answers when it is asked for the settings, and when it does. */
  readonly settings?: Promise<object>;
  readonly onFoldersAsked?: () => void;
}

/** As VS Code with our extension: it reads what the server cannot, and tells which folders are open. */
async function editor(files: Readonly<Record<string, string>>, { settings, onFoldersAsked }: EditorOptions = {}) {
  const started = await start(files, { initializationOptions: { clientCommands: true }, settings });
  const { client, study } = started;
  let folders = [study.root];
  const asked: string[] = [];
  client.connection.onRequest(FindFilesRequest, ({ folder, patterns }) => {
    asked.push(`${folder} ${patterns.join(' ')}`);
    return [...IN_REPOSITORY.keys()].filter((uri) => uri.startsWith(`${folder}/`) && patterns.includes('cases/*.md') && uri.includes('/cases/'));
  });
  client.connection.onRequest(ReadFileRequest, ({ uri }) => {
    const text = IN_REPOSITORY.get(uri);
    return text === undefined ? { absent: true as const } : { text };
  });
  client.connection.onRequest('workspace/workspaceFolders', () => {
    onFoldersAsked?.();
    return folders.map((uri) => ({ uri, name: uri }));
  });
  const open = async (uris: readonly string[]): Promise<void> => {
    const nameless = (all: readonly string[]): object[] => all.map((uri) => ({ uri, name: uri }));
    const event = { added: nameless(uris.filter((uri) => !folders.includes(uri))), removed: nameless(folders.filter((uri) => !uris.includes(uri))) };
    folders = [...uris];
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  };
  return { ...started, asked, open };
}

/** Waits until these are the cases. */
async function shows({ client }: Pick<LspStudy, 'client'>, expected: readonly string[]): Promise<void> {
  const cases = async (): Promise<string[]> => (await client.connection.sendRequest(CasesRequest)).map((overview) => overview.case);
  await expect.poll(cases, { timeout: 60_000 }).toEqual(expected);
}

describe('a folder that is on no disk', () => {
  it('joins the workspace and leaves it again while the server goes on, and what is typed meanwhile stays', async () => {
    const running = await editor(ON_DISK);
    const { client, study, asked, open } = running;
    await client.open(study.uri('one.md'), caseText('typed'));
    await shows(running, ['typed']);
    await open([study.root, REPOSITORY]);
    await shows(running, ['typed', 'away', 'far']);
    expect(asked).toEqual([`${REPOSITORY} cases/*.md`]);
    await open([REPOSITORY]);
    await shows(running, ['typed', 'away', 'far']); // an open document is shown, wherever it lies
    await open([study.root]);
    await shows(running, ['typed']);
  });

  it('can be the first that is opened', async () => {
    const running = await editor({});
    await running.open([REPOSITORY]);
    await shows(running, ['away', 'far']);
  });

  it('can be opened before the settings are known', async () => {
    let tellSettings: (settings: object) => void = () => undefined;
    const settings = new Promise<object>((resolve) => (tellSettings = resolve));
    const running = await editor(ON_DISK, {
      settings,
      onFoldersAsked: () => {
        tellSettings({});
      },
    });
    await running.open([REPOSITORY]);
    await shows(running, ['away', 'far']);
  });
});
