import { SymbolKind, type Range, type SymbolInformation } from 'vscode-languageserver';
import { bestFits } from '../core/features/navigate/fuzzy.ts';
import type { Framework } from '../core/frameworks/framework-set.ts';
import type { CaseDigest } from '../core/report/case-digest.ts';
import { oneLine } from '../core/text/shown-text.ts';

/** So many are enough for whoever looks for one; more would only be sent. */
const MOST = 200;

/** Something of the study that can be looked for by its name. */
interface StudySymbol {
  readonly kind: SymbolKind;
  readonly id: string;
  readonly label: string;
  readonly container: string;
  readonly uri: string;
  /** Looked up only of what is found. */
  readonly range: () => Promise<Range>;
}

/**
 * The cases of the study, the items of their frameworks and their sources that a query fits, the best first.
 * @param rangeOfItem where an item stands in its framework's file
 */
export async function studySymbols(
  query: string,
  digests: readonly CaseDigest[],
  rangeOfItem: (framework: Framework, id: string) => Promise<Range>,
): Promise<SymbolInformation[]> {
  const frameworks = new Map(digests.flatMap((digest) => digest.frameworks.map((framework) => [framework.uri, framework] as const)));
  const all = function* (): Generator<StudySymbol> {
    for (const digest of digests) yield caseSymbol(digest);
    for (const framework of frameworks.values()) yield* itemSymbols(framework, rangeOfItem);
    for (const digest of digests) yield* sourceSymbols(digest);
  };
  const found = bestFits(query.trim(), all(), ({ id, label }) => [id, label], MOST);
  return Promise.all(
    found.map(async ({ kind, id, label, container, uri, range }) => ({
      name: oneLine(label === '' ? id : `${id} · ${label}`) || '(no name)',
      kind,
      containerName: oneLine(container),
      location: { uri, range: await range() },
    })),
  );
}

function caseSymbol({ uri, idRange, overview }: CaseDigest): StudySymbol {
  const { case: id, title } = overview.value;
  return { kind: SymbolKind.Class, id, label: title ?? '', container: 'Cases', uri, range: () => Promise.resolve(idRange) };
}

function itemSymbols(framework: Framework, rangeOfItem: (framework: Framework, id: string) => Promise<Range>): StudySymbol[] {
  const { uri, title } = framework;
  return framework.items.map(({ id, label }) => ({ kind: SymbolKind.Key, id, label, container: title, uri, range: () => rangeOfItem(framework, id) }));
}

function sourceSymbols({ uri, overview, sources }: CaseDigest): StudySymbol[] {
  return sources.value.map(({ id, title, line, character }) => {
    const start = { line, character };
    const range = { start, end: { line, character: character + id.length } };
    return { kind: SymbolKind.File, id, label: title ?? '', container: overview.value.case, uri, range: () => Promise.resolve(range) };
  });
}
