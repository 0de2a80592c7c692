import { computeCoverage, DEFAULT_MIN_WORDS } from '../coverage/compute-coverage.ts';
import type { FrameworkSet } from '../frameworks/framework-set.ts';
import type { CaseModel, Source } from '../model/case-model.ts';
import { ruleSettings } from '../config/config-schema.ts';
import type { CaseFacts, Rule, RuleFinding, SameCase } from '../rules/rule.ts';
import { runRules } from '../rules/run-rules.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Project } from './project.ts';

/** Everything that is known of one version of a case. Features, panel, report and CLI all read this and parse nothing. */
export interface CaseAnalysis extends Omit<CaseFacts, 'suppressions'> {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** What is wrong with the case, in reading order. */
  readonly findings: readonly RuleFinding[];
}

/**
 * Compares a case with its project. A pure function of its inputs.
 * @param frameworks those of {@link frameworkIdsOf}
 * @param bibliography what the case's own bibliography adds to the project's
 */
export function analyseCase(
  uri: string,
  model: CaseModel,
  project: Project,
  frameworks: FrameworkSet,
  bibliography: readonly Source[],
  sameCases: readonly SameCase[],
  rules: readonly Rule[],
): CaseAnalysis {
  // The case's own come first, and of two with one id the first counts.
  const sources = new Map<string, Source>();
  for (const source of [...model.sources, ...bibliography, ...project.bibliography.values()]) if (!sources.has(source.id)) sources.set(source.id, source);
  const coverage = computeCoverage(model, frameworks, sources, minWordsOf(project));
  const facts = { model, frameworks, coverage, sources, project, sameCases };
  const { text } = model.syntax;
  return { ...facts, uri, text, lines: new LineIndex(text), findings: runRules(rules, facts) };
}

/** The frameworks that a case names and that exist, each once; without a `frameworks` key, those of the configuration. */
export function frameworkIdsOf(model: CaseModel, project: Project): string[] {
  const named = model.frameworks?.map((reference) => reference.id) ?? project.defaultFrameworks;
  return [...new Set(named)].filter((id) => project.frameworks.has(id));
}

/** The number of words below which text on an item is thin, as the project sets it. */
export function minWordsOf(project: Project): number {
  const minWords = ruleSettings(project.config).get('coverage/thin')?.options.min_words;
  return typeof minWords === 'number' && minWords >= 0 ? minWords : DEFAULT_MIN_WORDS;
}
