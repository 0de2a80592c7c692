import { ruleSettings, type ConfigFile, type Severity } from '../config/config-schema.ts';
import { oncePer } from '../memory/once-per.ts';
import type { Report, Rule, RuleFinding } from './rule.ts';

/** A rule as a project has it: not switched off, with its severity and its options. */
export interface RuleInForce {
  readonly rule: Rule;
  /** As the project sets it; undefined where it leaves that to the rule. */
  readonly severity: Severity | undefined;
  /** Have passed the rule's schema. */
  readonly options: unknown;
}

/** The rules that a project has not switched off, in the order given. */
export const rulesInForce = oncePer((config: ConfigFile, rules: readonly Rule[]): readonly RuleInForce[] => {
  const settings = ruleSettings(config);
  return rules.flatMap((rule): RuleInForce[] => {
    const { severity, options } = settings.get(rule.id) ?? {};
    if (severity === 'off') return [];
    // Wrong options are reported where they stand, in casewright.yaml; the rule goes on with its own.
    const given = rule.options.safeParse(options ?? {});
    return [{ rule, severity, options: given.success ? given.data : rule.options.parse({}) }];
  });
});

/** What a rule reports, with its name and severity. */
export function* findingsOf({ rule, severity }: RuleInForce, reports: Iterable<Report>): Iterable<RuleFinding> {
  for (const report of reports) yield { ...report, rule: rule.id, severity: severity ?? report.severity ?? rule.severity };
}
