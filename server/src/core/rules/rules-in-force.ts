import { ruleSettings, type ConfigFile, type Severity } from '../config/config-schema.ts';
import { oncePer } from '../memory/once-per.ts';
import type { BlockAndFacts, CaseFacts, CheckOf, FrontMatterFacts, Report, Rule, RuleFinding } from './rule.ts';

/** A check as a project has it: its rule is not switched off. */
export type CheckInForce<Facts> = (facts: Facts) => readonly RuleFinding[];

/** The checks of a project, each kind in the order of the rules. */
export interface ChecksInForce {
  readonly ofFrontMatter: readonly CheckInForce<FrontMatterFacts>[];
  readonly ofBlock: readonly CheckInForce<BlockAndFacts>[];
  readonly ofCase: readonly CheckInForce<CaseFacts>[];
  /** Those that judge what suppressions did to the others. */
  readonly ofSuppressions: readonly CheckInForce<CaseFacts>[];
}

/** What a project asks for, read from its configuration once and not at every case. */
export const checksInForce = oncePer((config: ConfigFile, rules: readonly Rule[]): ChecksInForce => {
  const onCase = rules.filter((rule) => !isAboutSuppressions(rule));
  return {
    ofFrontMatter: rules.flatMap((rule) => inForce(config, rule, rule.checkFrontMatter)),
    ofBlock: rules.flatMap((rule) => inForce(config, rule, rule.checkBlock).map((check) => onlyWhere(rule, check))),
    ofCase: onCase.flatMap((rule) => inForce(config, rule, rule.check)),
    ofSuppressions: rules.filter(isAboutSuppressions).flatMap((rule) => inForce(config, rule, rule.check)),
  };
});

function isAboutSuppressions(rule: Rule): boolean {
  return rule.id.startsWith('suppression/');
}

/** Most blocks have none of what a rule looks at, so it need not be asked. */
function onlyWhere({ blocksWith }: Rule, check: CheckInForce<BlockAndFacts>): CheckInForce<BlockAndFacts> {
  return blocksWith ? (given) => (blocksWith.some((fact) => given.block[fact].length > 0) ? check(given) : []) : check;
}

function inForce<Facts>(config: ConfigFile, rule: Rule, check: CheckOf<Facts> | undefined): CheckInForce<Facts>[] {
  const { severity, options } = ruleSettings(config).get(rule.id) ?? {};
  if (!check || severity === 'off') return [];
  // Wrong options are reported where they stand, in casewright.yaml; the rule goes on with its own.
  const given = rule.options.safeParse(options ?? {});
  const valid = given.success ? given.data : rule.options.parse({});
  return [(facts) => findingsOf(rule, severity, check(facts, valid))];
}

/** @param severity as the project sets it; undefined where it leaves that to the rule */
function findingsOf(rule: Rule, severity: Severity | undefined, reports: Iterable<Report>): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const report of reports) findings.push({ ...report, rule: rule.id, severity: severity ?? report.severity ?? rule.severity });
  return findings;
}
