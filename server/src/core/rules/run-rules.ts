import type { Severity } from '../config/config-schema.ts';
import { ruleSettings } from '../config/config-schema.ts';
import type { CaseFacts, Rule, RuleFinding } from './rule.ts';
import { findSuppressions, type JudgedSuppression, type RuleOutcome, type Suppression } from './suppression.ts';
import { nearest } from '../text/nearest.ts';

/**
 * Runs every rule that the project has not switched off, leaves out what the author has suppressed, and then lets the
 * rules about suppressions judge those.
 * @returns the findings in reading order; of several at one place, in the order of their rules' names
 */
export function runRules(rules: readonly Rule[], facts: Omit<CaseFacts, 'suppressions'>): RuleFinding[] {
  const settings = ruleSettings(facts.project.config);
  const run = (rule: Rule, suppressions: readonly JudgedSuppression[]): RuleFinding[] => {
    const setting = settings.get(rule.id);
    const severity: Severity | 'off' = setting?.severity ?? rule.severity;
    if (severity === 'off') return [];
    const options = rule.options.safeParse(setting?.options ?? {});
    // Wrong options are reported where they stand, in casewright.yaml; the rule goes on with its own.
    const valid = options.success ? options.data : rule.options.parse({});
    return Array.from(rule.check({ ...facts, suppressions }, valid), (report) => ({
      ...report,
      rule: rule.id,
      severity: setting?.severity === undefined ? (report.severity ?? severity) : severity,
    }));
  };
  const isAboutSuppressions = (rule: Rule): boolean => rule.id.startsWith('suppression/');
  const found = rules.filter((rule) => !isAboutSuppressions(rule)).flatMap((rule) => run(rule, []));
  const isOff = (id: string): boolean => settings.get(id)?.severity === 'off';
  const { kept, suppressions } = suppress(found, findSuppressions(facts.model));
  const judged = judge(suppressions, rules, isOff);
  const aboutSuppressions = rules.filter(isAboutSuppressions).flatMap((rule) => run(rule, judged));
  return [...kept, ...aboutSuppressions].sort((a, b) => a.span.start - b.span.start || compare(a.rule, b.rule) || a.span.end - b.span.end);
}

/** Which rules each suppression kept from reporting something. */
type Uses = ReadonlyMap<Suppression, ReadonlySet<string>>;

function suppress(findings: readonly RuleFinding[], found: readonly Suppression[]): { kept: RuleFinding[]; suppressions: Uses } {
  const suppressions = new Map(found.map((suppression) => [suppression, new Set<string>()]));
  const kept = findings.filter((finding) => {
    const covering = found.filter(({ rules, scope }) => rules.includes(finding.rule) && finding.span.start >= scope.start && finding.span.start < scope.end);
    for (const suppression of covering) suppressions.get(suppression)?.add(finding.rule);
    return covering.length === 0;
  });
  return { kept, suppressions };
}

function judge(suppressions: Uses, rules: readonly Rule[], isOff: (id: string) => boolean): JudgedSuppression[] {
  const ids = rules.map((rule) => rule.id);
  const outcomeOf = (rule: string, used: ReadonlySet<string>): RuleOutcome => {
    if (!ids.includes(rule)) return { rule, outcome: 'unknown', suggestion: nearest(rule, ids) };
    return { rule, outcome: used.has(rule) ? 'used' : isOff(rule) ? 'off' : 'unused', suggestion: undefined };
  };
  return [...suppressions].map(([suppression, used]) => ({ suppression, outcomes: suppression.rules.map((rule) => outcomeOf(rule, used)) }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
