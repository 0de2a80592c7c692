import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, type Diagnostic, type Position, type Range } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SMALL_PACK } from '../support/features.ts';
import { ROOT } from '../support/workspace.ts';
import { fuzzing, fuzzingTimeout } from './fuzz/parameters.ts';
import { InProcessServer, SlowDisk, type InProcessOptions } from './lsp/in-process.ts';

const caseText = (id: string, body: string): string =>
  `---\ncase: ${id}\nframeworks: [small]\nsources:\n  - {id: int, kind: interview}\nfindings:\n  A1: {value: early, verdict: supported}\n---\n\n${body}`;
const TEXTS = [
  '',
  '# No case at all :A1.\n',
  caseText('one', '# Timing\n\nSold abroad at once :A1[in 1999 [@int]]{supports}.\n'),
  caseText('one', ':::A2{contradicts}\nTODO [@nobody].\n\n:A9[x]\n:::\n'),
  caseText('two', 'Short.\r\n\r\n😀 :A3[😀 text [@int]]{rival}\r\n'),
  caseText('two', 'A paragraph of some words :A1 [@int].\n\n'.repeat(60)),
  caseText('two', 'Erik Holm said so [@book]. :A1[“He knew all the customers by name” [@int]]{note="Holm"}\n').replace(
    'sources:',
    'pseudonyms: own.txt\nbibliography: refs.bib\nsources:',
  ),
  '---\ncase: [broken\n---\n\n:A1',
];
const CONFIGURATIONS = [
  '',
  'rules: {coverage/missing: off}\n',
  'frameworks: [./small.yaml]\nrules: {coverage/thin: {min_words: 3}}\ntemplate: ./gone.yaml\n',
  'frameworks: [policy-themes]\n',
  ': {',
  'cases: ["*.md"]\n',
  'frameworks: [./small.yaml]\nconfidential: {terms_file: names.txt}\nbibliography: [refs.bib]\n',
];
/** Lists of names and bibliographies, each good for the other, too: nobody knows what a file holds that changes. */
const BESIDE = ['Erik Holm = the founder\nHolm\n', 'and\n = x\nTODO\n', '@book{book, title={A}}\n@book{book, title={B}}\n@book{open, title={C\n'];
const NAMES = ['one.md', 'two.md', 'new.md'];
const FILES = [...NAMES, 'casewright.yaml', 'small.yaml', 'names.txt', 'own.txt', 'refs.bib'];
const REQUESTS = [
  'textDocument/completion',
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/documentSymbol',
  'textDocument/codeLens',
  'textDocument/foldingRange',
  'textDocument/diagnostic',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/documentLink',
  'textDocument/prepareRename',
  'textDocument/rename',
  'workspace/symbol',
  'casewright/summary',
  'casewright/cases',
  'casewright/matrix',
  'casewright/checkAll',
  'casewright/missingSections',
];

const position: fc.Arbitrary<Position> = fc.record({ line: fc.oneof(fc.nat(20), fc.nat(2_000)), character: fc.oneof(fc.nat(40), fc.nat(5_000)) });
const name = fc.constantFrom(...NAMES);
const text = fc.constantFrom(...TEXTS);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), name, text }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      name,
      // Versions that stand still or go back are wrong, but nothing must come of it.
      step: fc.constantFrom(1, 1, 1, 7, 0, -1),
      edits: fc.array(fc.record({ start: position, end: position, text: fc.constantFrom('', ':A1', '\n', '[@int]', 'x', '\r\n', '😀', ':::A2\n') }), {
        maxLength: 3,
      }),
      whole: fc.option(text, { freq: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), name }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      method: fc.constantFrom(...REQUESTS),
      name: fc.constantFrom(...NAMES, 'never.md'),
      position,
      end: position,
      cancel: fc.constantFrom('no', 'no', 'at once', 'later'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('disk' as const),
      file: fc.constantFrom(...FILES),
      text: fc.option(fc.constantFrom(...TEXTS, ...CONFIGURATIONS, ...BESIDE, SMALL_PACK), { freq: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), minWords: fc.constantFrom(1, 40, 'many') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), turns: fc.nat(6) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** An editor in front of the server: it knows each text as it stands, and as it stood since a request was sent. */
class Editor {
  readonly server: InProcessServer;
  readonly disk: SlowDisk;
  readonly how: InProcessOptions['diagnostics'];
  readonly open = new Map<string, TextDocument>();
  readonly history = new Map<string, string[]>();
  readonly answers: Promise<void>[] = [];
  readonly problems: string[] = [];
  /** Documents whose file was deleted and whose author has not written since: they are no cases until then. */
  readonly orphans = new Set<string>();
  settings: unknown = {};

  constructor(server: InProcessServer, disk: SlowDisk, how: InProcessOptions['diagnostics']) {
    this.server = server;
    this.disk = disk;
    this.how = how;
  }

  async take(one: Step): Promise<void> {
    switch (one.do) {
      case 'open':
        if (this.open.has(one.name)) await this.close(one.name);
        return this.openAs(one.name, one.text);
      case 'change':
        return this.change(one);
      case 'close':
        return this.open.has(one.name) ? this.close(one.name) : undefined;
      case 'ask':
        this.ask(one);
        return;
      case 'disk':
        return this.write(one.file, one.text);
      case 'settings':
        this.settings = { rules: { 'coverage/thin': { min_words: one.minWords } } };
        return this.notify('workspace/didChangeConfiguration', { settings: { casewright: this.settings } });
      case 'wait':
        for (let turn = 0; turn < one.turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async openAs(document: string, content: string): Promise<void> {
    this.open.set(document, TextDocument.create(uriOf(document), 'markdown', 1, content));
    this.#remember(document, content);
    await this.notify('textDocument/didOpen', { textDocument: { uri: uriOf(document), languageId: 'markdown', version: 1, text: content } });
  }

  async change({ name: document, step: by, edits, whole }: Extract<Step, { do: 'change' }>): Promise<void> {
    const current = this.open.get(document);
    if (!current) return;
    const version = current.version + by;
    const contentChanges = [
      ...(whole === null ? [] : [{ text: whole }]),
      ...edits.map(({ start, end, text: inserted }) => ({ range: inOrderOf(start, end), text: inserted })),
    ];
    if (contentChanges.length > 0) this.orphans.delete(document); // nothing is written in a change without any
    const changed = TextDocument.update(current, contentChanges, version);
    this.open.set(document, changed);
    this.#remember(document, changed.getText());
    await this.notify('textDocument/didChange', { textDocument: { uri: uriOf(document), version }, contentChanges });
  }

  async close(document: string): Promise<void> {
    this.open.delete(document);
    this.orphans.delete(document);
    this.#remember(document, this.disk.files.get(uriOf(document)) ?? '');
    await this.notify('textDocument/didClose', { textDocument: { uri: uriOf(document) } });
  }

  async write(file: string, content: string | null): Promise<void> {
    const existed = this.disk.files.has(uriOf(file));
    if (!this.open.has(file)) this.#remember(file, content ?? '');
    if (content === null) this.disk.files.delete(uriOf(file));
    else this.disk.files.set(uriOf(file), content);
    if (content === null && this.open.has(file)) this.orphans.add(file);
    if (content !== null) this.orphans.delete(file);
    await this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(file), type: content === null ? 3 : existed ? 2 : 1 }] });
  }

  ask({ method, name: document, position: at, end, cancel }: Extract<Step, { do: 'ask' }>): void {
    // Not to be asked of a server that sends its findings unasked.
    if (method === 'textDocument/diagnostic' && this.how === 'push') return;
    const since = new Map(FILES.map((file) => [uriOf(file), this.#past(file).length - 1]));
    const params = {
      textDocument: { uri: uriOf(document) },
      uri: uriOf(document),
      position: at,
      range: inOrderOf(at, end),
      context: { diagnostics: [], includeDeclaration: true },
      query: 'a',
      newName: 'other',
    };
    const cancellation = new CancellationTokenSource();
    const cancelNow = (): void => {
      cancellation.cancel();
    };
    const asked = this.server.connection.sendRequest(method, params, cancellation.token);
    if (cancel === 'at once') cancelNow();
    if (cancel === 'later') setImmediate(cancelNow);
    const checked = asked.then(
      (answer) => {
        if (!method.startsWith('textDocument/')) return;
        const places = placesIn(answer, uriOf(document));
        for (const uri of new Set(places.map((place) => place.uri))) {
          if (!uri.startsWith(ROOT)) continue; // what ships with Casewright does not change
          const texts = this.#past(uri.slice(ROOT.length + 1)).slice(since.get(uri) ?? 0);
          const ranges = places.flatMap((place) => (place.uri === uri ? place.range : []));
          if (!texts.some((version) => ranges.every((range) => isInside(version, range))))
            this.problems.push(`${method} answered with a place outside the text of ${uri}: ${JSON.stringify(ranges)}`);
        }
      },
      (error: unknown) => {
        const { code, message } = error as { code?: number; message: string };
        if (method.endsWith('ename') && code === LSPErrorCodes.RequestFailed) return; // it was refused, with the reason
        if (cancel === 'no' || ![-32800, -32801, -32802].includes(code ?? 0)) this.problems.push(`${method}: ${code} ${message}`);
      },
    );
    this.answers.push(inTime(checked, method));
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.server.connection.sendNotification(method, params);
  }

  /** The diagnostics of the open documents, as soon as they are what `expected` says; else as they are. */
  async diagnostics(expected?: unknown): Promise<unknown> {
    let found: unknown;
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const all = [...this.open.keys()].sort().map(async (document): Promise<readonly [string, readonly Diagnostic[]]> => {
        if (this.how === 'push') return [document, this.server.published.get(uriOf(document)) ?? []];
        const report = await this.server.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: uriOf(document) } });
        return [document, report.items];
      });
      found = Object.fromEntries(await Promise.all(all));
      if (JSON.stringify(found) === JSON.stringify(expected)) break;
      if (expected === undefined) break;
      await new Promise((resolve) => setTimeout(resolve, attempt < 20 ? 0 : 5));
    }
    return found;
  }

  #past(document: string): string[] {
    return this.history.get(document) ?? [this.disk.files.get(uriOf(document)) ?? ''];
  }

  #remember(document: string, content: string): void {
    this.history.set(document, [...this.#past(document), content]);
  }
}

const uriOf = (document: string): string => `${ROOT}/${document}`;

function inOrderOf(a: Position, b: Position): Range {
  return a.line < b.line || (a.line === b.line && a.character <= b.character) ? { start: a, end: b } : { start: b, end: a };
}

/** A request that is not answered in this time is not answered. */
async function inTime(answer: Promise<void>, method: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${method} was not answered.`));
    }, 20_000);
  });
  await Promise.race([answer, late]).finally(() => {
    clearTimeout(timer);
  });
}

interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** Every range of an answer, with the document that it is in: the one asked for, unless it is said to be another. */
function placesIn(value: unknown, asked: string): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('start' in value && 'end' in value) return [{ uri: asked, range: value as Range }];
  if ('startLine' in value) {
    const fold = value as { startLine: number; endLine: number };
    return [{ uri: asked, range: { start: { line: fold.startLine, character: 0 }, end: { line: fold.endLine, character: 0 } } }];
  }
  const { uri, targetUri, textDocument } = value as { uri?: string; targetUri?: string; textDocument?: { uri: string } };
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'relatedInformation' || key === 'originSelectionRange') return [];
    if (key === 'changes') return Object.entries(inner as object).flatMap(([file, edits]) => placesIn(edits, file));
    return placesIn(inner, uri ?? targetUri ?? textDocument?.uri ?? asked);
  });
}

function isInside(content: string, { start, end }: Range): boolean {
  const lines = content.split(/\r\n|\n|\r/);
  const isPlace = ({ line, character }: Position): boolean => character >= 0 && character <= (lines[line]?.length ?? -1);
  return isPlace(start) && isPlace(end) && (start.line < end.line || (start.line === end.line && start.character <= end.character));
}

const START: readonly (readonly [string, string])[] = [
  [uriOf('one.md'), TEXTS[2] ?? ''],
  [uriOf('two.md'), TEXTS[4] ?? ''],
  [uriOf('small.yaml'), SMALL_PACK],
  [uriOf('casewright.yaml'), CONFIGURATIONS[0] ?? ''],
];

describe('whatever an editor sends, in whatever order', () => {
  it.each(['pull', 'push'] as const)(
    'every request is answered, no place is outside its text, and in the end the findings are those of a new server (%s)',
    async (diagnostics) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 40 }), fc.array(fc.nat(3), { maxLength: 5 }), async (steps, delays) => {
          const disk = new SlowDisk(START, delays);
          const server = await InProcessServer.start(disk, { diagnostics });
          const editor = new Editor(server, disk, diagnostics);
          for (const one of steps) await editor.take(one);
          for (const name of editor.orphans) await editor.take({ do: 'change', name, step: 1, edits: [], whole: editor.open.get(name)?.getText() ?? '' });
          await Promise.all(editor.answers);

          // A client that asks gets each finding as of now, whatever was sent before.
          const fresh = new Editor(await InProcessServer.start(new SlowDisk(disk.files), { diagnostics: 'pull' }), disk, 'pull');
          await fresh.notify('workspace/didChangeConfiguration', { settings: { casewright: editor.settings } });
          for (const [document, current] of editor.open) await fresh.openAs(document, current.getText());
          await fresh.server.connection.sendRequest('casewright/cases');
          const expected = await fresh.diagnostics();
          const found = await editor.diagnostics(expected);
          await server.stop();
          await fresh.server.stop();
          expect({ problems: editor.problems, errors: server.errors, found }).toEqual({ problems: [], errors: [], found: expected });
        }),
        fuzzing(60),
      );
    },
    fuzzingTimeout(),
  );
});
