import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Range, type TextEdit as LspTextEdit } from 'vscode-languageserver';
import type { Severity } from '../core/config/config-schema.ts';
import type { RuleFinding } from '../core/rules/rule.ts';
import type { LineIndex } from '../core/text/line-index.ts';
import { shownText } from '../core/text/shown-text.ts';
import type { Span } from '../core/text/span.ts';
import type { TextEdit } from '../core/text/text-edit.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** How findings are shown: with a link to the page of their rule. */
export interface DiagnosticOptions {
  readonly rulePages: string;
  /** The range of a span in another file, for related places there; undefined when that file is not known. */
  readonly rangeIn: (uri: string, span: Span) => Range | undefined;
}

/** A finding as a diagnostic. */
export function toDiagnostic(finding: RuleFinding, analysis: CaseAnalysis, options: DiagnosticOptions): Diagnostic {
  const related = (finding.related ?? []).flatMap((place) => {
    const uri = place.uri ?? analysis.uri;
    const range = place.uri === undefined ? analysis.lines.rangeOf(place.span) : options.rangeIn(place.uri, place.span);
    return range ? [{ location: { uri, range }, message: shownText(place.message) }] : [];
  });
  return {
    range: analysis.lines.rangeOf(finding.span),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    codeDescription: { href: `${options.rulePages}/${finding.rule}.md` },
    source: 'casewright',
    message: shownText(finding.message),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** An edit with a range instead of offsets. */
export function toTextEdit(edit: TextEdit, lines: LineIndex): LspTextEdit {
  return { range: lines.rangeOf(edit.span), newText: edit.newText };
}

/** The same for several. */
export function toTextEdits(edits: readonly TextEdit[], lines: LineIndex): LspTextEdit[] {
  return edits.map((edit) => toTextEdit(edit, lines));
}

/** The span of a range. */
export function toSpan(range: Range, lines: LineIndex): Span {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}
