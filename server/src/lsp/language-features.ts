import {
  CodeActionKind,
  CompletionItemKind,
  FoldingRangeKind,
  InsertTextFormat,
  SymbolKind as LspSymbolKind,
  type CodeAction,
  type CodeLens,
  type CompletionItem as LspCompletionItem,
  type DocumentSymbol,
  type FoldingRange,
  type Hover as LspHover,
  type Range,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { CompletionItem, CompletionKind } from '../core/features/completion.ts';
import { confirmFirst } from '../core/features/fixes/confirm.ts';
import { quickFixes } from '../core/features/fixes/quick-fixes.ts';
import { foldingSpans } from '../core/features/folding.ts';
import type { Hover } from '../core/features/hover.ts';
import { codeLenses } from '../core/features/lenses.ts';
import type { QuickFix } from '../core/features/quick-fix.ts';
import { documentSymbols, type CaseSymbol, type SymbolKind } from '../core/features/symbols.ts';
import type { LineIndex } from '../core/text/line-index.ts';
import { shownText } from '../core/text/shown-text.ts';
import { overlaps } from '../core/text/span.ts';
import type { TextEdit } from '../core/text/text-edit.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { ClientProfile } from './client-profile.ts';
import { SHOW_ITEM } from './commands.ts';
import { toDiagnostic, toSpan, toTextEdits, type DiagnosticOptions } from './convert.ts';

/*
 * The features of the core in the words of the protocol. Each function takes what the core returns, turns offsets into
 * ranges and lets nothing but what can be read into plain text that is shown (Markdown is written so by the core);
 * nothing is decided here.
 */

const COMPLETION_KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  item: CompletionItemKind.Reference,
  source: CompletionItemKind.File,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  heading: CompletionItemKind.Module,
  snippet: CompletionItemKind.Snippet,
  stance: CompletionItemKind.EnumMember,
  attribute: CompletionItemKind.Property,
  framework: CompletionItemKind.Class,
};

/** A completion; snippets become plain text for clients that take none. */
export function toCompletionItem(item: CompletionItem, lines: LineIndex, profile: ClientProfile): LspCompletionItem {
  const asSnippet = item.isSnippet && profile.takesSnippets;
  const newText = item.isSnippet && !asSnippet ? withoutPlaceholders(item.edit.newText) : item.edit.newText;
  return {
    label: shownText(item.label),
    kind: COMPLETION_KINDS[item.kind],
    sortText: item.sortText,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: lines.rangeOf(item.edit.span), newText },
    ...rowDetails(item, profile),
    ...(item.documentation === undefined ? {} : { documentation: { kind: 'markdown', value: item.documentation } }),
    ...(item.filterText === undefined ? {} : { filterText: item.filterText }),
    ...(item.additionalEdits ? { additionalTextEdits: toTextEdits(item.additionalEdits, lines) } : {}),
    ...(item.triggerSuggest && profile.isOurs ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

/** What stands behind the label: in every row where the client can, else where it shows details, mostly of the chosen row alone. */
function rowDetails({ name, detail }: CompletionItem, { showsLabelDetails }: ClientProfile): Pick<LspCompletionItem, 'detail' | 'labelDetails'> {
  const words = shownText([detail, name].filter((part) => part !== undefined).join(' · '));
  if (words === '') return {};
  if (!showsLabelDetails) return { detail: words };
  // What stands at the end of a row is the first to go where it is narrow.
  return { labelDetails: name === undefined ? { description: words } : { detail: `  ${words}` } };
}

/** A snippet with its placeholders' own texts, for clients that insert plain text. */
export function withoutPlaceholders(snippet: string): string {
  return snippet
    .replace(/\$\{[A-Z_]+:((?:[^{}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:((?:[^{}\\]|\\.)*)\}/g, '$1')
    .replace(/\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

/** A hover, with the word it is about. */
export function toHover(hover: Hover, lines: LineIndex): LspHover {
  return { contents: { kind: 'markdown', value: hover.markdown }, range: lines.rangeOf(hover.span) };
}

/** The quick fixes at a range, those that mend a finding with its diagnostic, and what else can be done with an author's finding there. */
export function codeActions(analysis: CaseAnalysis, range: Range, profile: ClientProfile, version: number | null, options: DiagnosticOptions): CodeAction[] {
  const span = toSpan(range, analysis.lines);
  const touched = analysis.findings.filter(
    (finding) =>
      overlaps(finding.span, span) ||
      finding.span.start === span.start ||
      finding.span.end === span.end ||
      (span.start >= finding.span.start && span.end <= finding.span.end),
  );
  const fixes = [...quickFixes(analysis, span, touched), ...confirmFirst(analysis, span)];
  return fixes.map((fix) => toCodeAction(fix, analysis, profile, version, options));
}

function toCodeAction(fix: QuickFix, analysis: CaseAnalysis, profile: ClientProfile, version: number | null, options: DiagnosticOptions): CodeAction {
  return {
    title: shownText(fix.title),
    kind: fix.kind === 'quickfix' ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
    edit: toWorkspaceEdit({ edits: fix.edits, ...(fix.snippet ? { snippets: [fix.snippet] } : {}) }, analysis, profile, version),
    ...(fix.preferred ? { isPreferred: true } : {}),
    ...(fix.finding ? { diagnostics: [toDiagnostic(fix.finding, analysis, options)] } : {}),
  };
}

/** Edits of a case, or the snippets that do the same and ask for more where the client takes them. */
export function toWorkspaceEdit(
  { edits, snippets }: { readonly edits: readonly TextEdit[]; readonly snippets?: readonly TextEdit[] },
  { uri, lines }: CaseAnalysis,
  profile: ClientProfile,
  version: number | null,
): WorkspaceEdit {
  if (!snippets || !profile.takesSnippetEdits) return { changes: { [uri]: toTextEdits(edits, lines) } };
  const asSnippets = snippets.map(({ span, newText }) => ({ range: lines.rangeOf(span), snippet: { kind: 'snippet' as const, value: newText } }));
  return { documentChanges: [{ textDocument: { uri, version }, edits: asSnippets }] };
}

const SYMBOL_KINDS: Readonly<Record<SymbolKind, LspSymbolKind>> = {
  'front-matter': LspSymbolKind.Namespace,
  field: LspSymbolKind.Field,
  source: LspSymbolKind.File,
  finding: LspSymbolKind.Boolean,
  section: LspSymbolKind.String,
  mark: LspSymbolKind.Key,
};

/** The outline: a tree where the client shows trees, else a list. */
export function symbolsOf(analysis: CaseAnalysis, profile: ClientProfile): DocumentSymbol[] | SymbolInformation[] {
  const symbols = documentSymbols(analysis);
  if (profile.nestsSymbols) return symbols.map((symbol) => toSymbol(symbol, analysis.lines));
  const flat = (symbol: CaseSymbol): CaseSymbol[] => [symbol, ...symbol.children.flatMap(flat)];
  return symbols
    .flatMap(flat)
    .map((symbol) => ({ name: nameOf(symbol), kind: SYMBOL_KINDS[symbol.kind], location: { uri: analysis.uri, range: analysis.lines.rangeOf(symbol.span) } }));
}

function toSymbol(symbol: CaseSymbol, lines: LineIndex): DocumentSymbol {
  return {
    name: nameOf(symbol),
    kind: SYMBOL_KINDS[symbol.kind],
    range: lines.rangeOf(symbol.span),
    selectionRange: lines.rangeOf(symbol.selectionSpan),
    children: symbol.children.map((child) => toSymbol(child, lines)),
    ...(symbol.detail === undefined ? {} : { detail: shownText(symbol.detail) }),
  };
}

/** Clients refuse a symbol without a name. */
function nameOf({ name }: CaseSymbol): string {
  return shownText(name).trim() || '(no text)';
}

/** The lenses of a case; a click on one runs {@link SHOW_ITEM}. */
export function lensesOf(analysis: CaseAnalysis): CodeLens[] {
  return codeLenses(analysis).map((lens) => ({
    range: analysis.lines.rangeOf(lens.span),
    command: { title: lens.title, command: SHOW_ITEM, arguments: [analysis.uri, lens.item] },
  }));
}

/** What can be folded besides sections. */
export function foldsOf(analysis: CaseAnalysis): FoldingRange[] {
  return foldingSpans(analysis).map((fold) => ({
    startLine: analysis.lines.positionAt(fold.span.start).line,
    endLine: analysis.lines.positionAt(fold.span.end).line,
    kind: fold.kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
  }));
}
