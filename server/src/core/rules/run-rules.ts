import { ruleSettings } from '../config/config-schema.ts';
import { oncePer } from '../memory/once-per.ts';
import type { Block, PlacedBlock } from '../syntax/block.ts';
import { nearest } from '../text/nearest.ts';
import { shiftSpan } from '../text/span.ts';
import type { CaseFacts, FrontMatterFacts, Rule, RuleFinding } from './rule.ts';
import { checksInForce } from './rules-in-force.ts';
import { findSuppressions, type JudgedSuppression, type RuleOutcome, type Suppression } from './suppression.ts';

/** What is known of a case without its body, and what the rules find in that. */
export interface CheckedFrontMatter {
  readonly facts: FrontMatterFacts;
  readonly findings: readonly RuleFinding[];
}

/** What the rules find without the body, rule by rule. It holds as long as the facts do. */
export function checkFrontMatter(rules: readonly Rule[], facts: FrontMatterFacts): readonly RuleFinding[] {
  return checksInForce(facts.project.config, rules).ofFrontMatter.flatMap((check) => check(facts));
}

/** What the rules find in one block, at its own offsets. A block that stays the same is not looked at again. */
const blockFindings = oncePer((rules: readonly Rule[], facts: FrontMatterFacts) => {
  const { ofBlock } = checksInForce(facts.project.config, rules);
  return oncePer((block: Block): readonly RuleFinding[] => {
    const found = ofBlock.flatMap((check) => check({ block, facts }));
    return found.length === 0 ? NOTHING : found;
  });
});

const NOTHING: readonly RuleFinding[] = [];

function checkBlocks(rules: readonly Rule[], facts: FrontMatterFacts, blocks: readonly PlacedBlock[]): RuleFinding[] {
  const found: RuleFinding[] = [];
  const findingsIn = blockFindings(rules, facts);
  for (const { start, block } of blocks) {
    for (const finding of findingsIn(block)) found.push({ ...finding, span: shiftSpan(finding.span, start) });
  }
  return found;
}

/**
 * Runs every rule that the project has not switched off, leaves out what the author has suppressed, and then lets the
 * rules about suppressions judge those.
 * @param front what is known without the body, and what {@link checkFrontMatter} finds in it
 * @returns the findings in reading order; of several at one place, in the order of their rules' names
 */
export function runRules(rules: readonly Rule[], facts: Omit<CaseFacts, 'suppressions'>, front: CheckedFrontMatter): RuleFinding[] {
  const { config } = facts.project;
  const { ofCase, ofSuppressions } = checksInForce(config, rules);
  const beforeJudging: CaseFacts = { ...facts, suppressions: [] };
  const found = ofCase.flatMap((check) => check(beforeJudging));
  const inBlocks = checkBlocks(rules, front.facts, facts.model.syntax.blocks);
  const { kept, suppressions } = suppress([...front.findings, ...inBlocks, ...found], findSuppressions(facts.model));
  const isOff = (id: string): boolean => ruleSettings(config).get(id)?.severity === 'off';
  const judged: CaseFacts = { ...facts, suppressions: judge(suppressions, rules, isOff) };
  const aboutSuppressions = ofSuppressions.flatMap((check) => check(judged));
  return [...kept, ...aboutSuppressions].sort((a, b) => a.span.start - b.span.start || compare(a.rule, b.rule) || a.span.end - b.span.end);
}

/** Which rules each suppression kept from reporting something. */
type Uses = ReadonlyMap<Suppression, ReadonlySet<string>>;

function suppress(findings: readonly RuleFinding[], found: readonly Suppression[]): { kept: readonly RuleFinding[]; suppressions: Uses } {
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
