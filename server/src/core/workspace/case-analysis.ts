import { confidentialIn } from '../confidentiality/confidential.ts';
import { computeCoverage, DEFAULT_MIN_WORDS } from '../coverage/compute-coverage.ts';
import type { FrameworkSet } from '../frameworks/framework-set.ts';
import type { CaseHeader, CaseModel, Source } from '../model/case-model.ts';
import { ruleSettings } from '../config/config-schema.ts';
import type { CaseFacts, Rule, RuleFinding, SameCase } from '../rules/rule.ts';
import { checkFrontMatter, runRules, type CheckedFrontMatter } from '../rules/run-rules.ts';
import { LayeredMap } from '../memory/layered-map.ts';
import { oncePer } from '../memory/once-per.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { CaseFiles } from './case-files.ts';
import type { Project } from './project.ts';

/** What a case is compared with. */
export interface Surroundings {
  readonly project: Project;
  /** Those of {@link frameworkIdsOf}. */
  readonly frameworks: FrameworkSet;
  readonly files: CaseFiles;
  readonly sameCases: readonly SameCase[];
}

/** What is known of a case without its body. */
export interface FrontMatterAnalysis extends CheckedFrontMatter {
  readonly surroundings: Surroundings;
}

/** Everything that is known of one version of a case. Features, panel, report and CLI all read this and parse nothing. */
export interface CaseAnalysis extends Omit<CaseFacts, 'suppressions'> {
  readonly text: string;
  readonly lines: LineIndex;
  /** The part that the next version takes over if only the body changes. */
  readonly front: FrontMatterAnalysis;
  /** What is wrong with the case, in reading order. */
  readonly findings: readonly RuleFinding[];
}

/**
 * Compares a case with its project. A pure function of its inputs.
 * @param previous an earlier version: what its front matter alone decides is taken from it, if that is the same
 */
export function analyseCase(uri: string, model: CaseModel, surroundings: Surroundings, rules: readonly Rule[], previous?: CaseAnalysis): CaseAnalysis {
  const known = previous?.front;
  const front =
    known?.facts.model === model.header && areSame(known.surroundings, surroundings) ? known : analyseFrontMatter(uri, model.header, surroundings, rules);
  const { frameworks, sources, project } = front.facts;
  const coverage = computeCoverage(model, frameworks, sources, minWordsOf(project));
  const facts = { ...front.facts, uri, model, coverage };
  const { text, lines } = model.syntax;
  return { ...facts, text, lines, front, findings: runRules(rules, facts, front) };
}

function analyseFrontMatter(uri: string, model: CaseHeader, surroundings: Surroundings, rules: readonly Rule[]): FrontMatterAnalysis {
  const { project, frameworks, files, sameCases } = surroundings;
  // The case's own come first, and of two with one id the first counts.
  const sources = new LayeredMap(firstById(model.sources), bibliographyBehind(files, project));
  const { unreadBibliography, transcripts } = files;
  const confidential = confidentialIn(project, files);
  const facts = { uri, model, frameworks, sources, unreadBibliography, transcripts, confidential, project, sameCases };
  return { surroundings, facts, findings: checkFrontMatter(rules, facts) };
}

/** What cases with these files can cite besides their own sources: put together once, however many entries there are. */
const bibliographyBehind = oncePer((files: CaseFiles, project: Project): ReadonlyMap<string, Source> => {
  if (files.bibliography.length === 0) return project.bibliography;
  return new LayeredMap(firstById(files.bibliography), project.bibliography);
});

function firstById(sources: readonly Source[]): Map<string, Source> {
  const first = new Map<string, Source>();
  for (const source of sources) if (!first.has(source.id)) first.set(source.id, source);
  return first;
}

function areSame(a: Surroundings, b: Surroundings): boolean {
  const areOthersSame = a.sameCases.length === b.sameCases.length && a.sameCases.every((other, index) => other === b.sameCases[index]);
  return a.project === b.project && a.frameworks === b.frameworks && a.files === b.files && areOthersSame;
}

/** The frameworks that a case names and that exist, each once; without a `frameworks` key, those of the configuration. */
export function frameworkIdsOf(model: CaseHeader, project: Project): string[] {
  const named = model.frameworks?.map((reference) => reference.id) ?? project.defaultFrameworks;
  return [...new Set(named)].filter((id) => project.frameworks.has(id));
}

/** The number of words below which text on an item is thin, as the project sets it. */
export function minWordsOf(project: Project): number {
  const minWords = ruleSettings(project.config).get('coverage/thin')?.options.min_words;
  return typeof minWords === 'number' && minWords >= 0 ? minWords : DEFAULT_MIN_WORDS;
}
