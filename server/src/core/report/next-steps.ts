import type { Severity } from '../config/config-schema.ts';
import type { RuleFinding } from '../rules/rule.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import type { NextStep } from './summary-view.ts';

const MOST = 7;
const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/**
 * Among findings of one severity, what brings a case forward most: first what stands there and would mislead its readers,
 * then what is not there, then what is not yet enough, then the evidence, then the conclusions, then what contradicts itself
 * or the sample, then form.
 */
const AREA_ORDER = [
  'front-matter',
  'framework',
  'confidentiality',
  'quote',
  'finding/suspect',
  'coverage/missing',
  'coverage',
  'evidence/no-source',
  'evidence',
  'finding',
  'consistency',
  'sample',
  'structure',
  'suppression',
] as const;

/** What the author could do next, most useful first. For each item only the first step that is open. */
export function nextSteps(analysis: CaseAnalysis): NextStep[] {
  const ranked = analysis.findings
    .map((finding, order) => ({ finding, order }))
    .sort((a, b) => SEVERITY_ORDER[a.finding.severity] - SEVERITY_ORDER[b.finding.severity] || areaRank(a.finding) - areaRank(b.finding) || a.order - b.order);
  const seen = new Set<string>();
  const steps: NextStep[] = [];
  for (const { finding } of ranked) {
    const item = finding.data?.item ?? null;
    const subject = item ?? `${finding.rule}@${finding.span.start}`;
    if (seen.has(subject)) continue;
    seen.add(subject);
    steps.push({ message: finding.message, severity: finding.severity, rule: finding.rule, item, range: analysis.lines.rangeOf(finding.span) });
    if (steps.length === MOST) break;
  }
  return steps;
}

function areaRank({ rule, severity }: RuleFinding): number {
  // What readers should be told of a source besides is a matter of evidence.
  const ranked = rule === 'front-matter/missing-field' && severity === 'info' ? 'evidence' : rule;
  const rank = AREA_ORDER.findIndex((area) => ranked === area || ranked.startsWith(`${area}/`));
  return rank < 0 ? AREA_ORDER.length : rank;
}
