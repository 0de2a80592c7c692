import * as z from 'zod';
import type { Severity } from '../config/config-schema.ts';
import type { Confidential } from '../confidentiality/confidential.ts';
import type { CaseCoverage } from '../coverage/item-coverage.ts';
import type { FrameworkSet } from '../frameworks/framework-set.ts';
import type { CaseHeader, CaseModel, Source } from '../model/case-model.ts';
import type { Block } from '../syntax/block.ts';
import type { Span } from '../text/span.ts';
import type { CaseFile, TranscriptFile } from '../workspace/case-files.ts';
import type { Project } from '../workspace/project.ts';
import type { JudgedSuppression } from './suppression.ts';

/** Another place that helps to understand a finding. */
export interface RelatedPlace {
  /** Undefined: in the same file. */
  readonly uri?: string;
  readonly span: Span;
  readonly message: string;
}

/** What a rule reports: a place, a sentence for the author, and what a quick fix needs to know. */
export interface Report {
  readonly span: Span;
  /** What is wrong, why it matters and what to do, in a sentence or two that an author understands. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** For quick fixes: the item, source, field or word that the report is about, by name. */
  readonly data?: Readonly<Record<string, string>>;
  /** The text at the place does nothing and can be shown faded. */
  readonly unnecessary?: boolean;
  /** Where this report is graver or lighter than what the rule usually finds; what the project sets wins. */
  readonly severity?: Severity;
}

/** A report with the rule that made it and the severity that the project gives it. */
export interface RuleFinding extends Report {
  readonly rule: string;
  readonly severity: Severity;
}

/** Another file of the workspace with the same case id. */
export interface SameCase {
  readonly uri: string;
  readonly idSpan: Span;
}

/** What stays the same while an author writes in the body of a case: its front matter, and what surrounds it. */
export interface FrontMatterFacts {
  readonly uri: string;
  readonly model: CaseHeader;
  readonly frameworks: FrameworkSet;
  /** What can be cited: the sources of the case and of the bibliography, by id. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The bibliography files that the case names itself and that cannot be read. */
  readonly unreadBibliography: readonly CaseFile[];
  /** What was said, by the ids of the sources that name a transcript. */
  readonly transcripts: ReadonlyMap<string, TranscriptFile>;
  /** The names that must not stand in the case. */
  readonly confidential: Confidential;
  readonly project: Project;
  readonly sameCases: readonly SameCase[];
}

/** What most blocks have none of. */
export type BlockFact = 'directives' | 'citations' | 'claims';

/**
 * One block of the body, and what is known without the body. The spans of reports on it count from the block's start;
 * related places are places of the front matter.
 */
export interface BlockAndFacts {
  readonly block: Block;
  readonly facts: FrontMatterFacts;
}

/** Everything a rule may look at. All of it is data; nothing is parsed again. */
export interface CaseFacts extends FrontMatterFacts {
  readonly model: CaseModel;
  readonly coverage: CaseCoverage;
  /** All suppressions with what they did; empty until the other rules have run. */
  readonly suppressions: readonly JudgedSuppression[];
}

/** One of the checks of a rule, for options that have passed the rule's schema. */
export type CheckOf<Facts> = (facts: Facts, options: unknown) => Iterable<Report>;

/** A rule as data: one file each, listed in all-rules.ts, with a page in docs/rules. */
export interface Rule {
  /** `area/what`; the areas are the folders beside this file. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly hasFix: boolean;
  /** The options that casewright.yaml may give; a strict object in which every key has a default or is optional. */
  readonly options: z.ZodType;
  /** What can be found without the body. It is not asked again before the front matter changes, or what surrounds it. */
  readonly checkFrontMatter: CheckOf<FrontMatterFacts> | undefined;
  /** What can be found in one block of the body. It is asked once per block, and again only with the former. */
  readonly checkBlock: CheckOf<BlockAndFacts> | undefined;
  /** What one of must be in a block, or there is nothing for it to find there; undefined: it looks at every block. */
  readonly blocksWith: readonly BlockFact[] | undefined;
  /** What it takes the whole case to find. It is asked at every keystroke. */
  readonly check: CheckOf<CaseFacts> | undefined;
}

/** The options of rules that have none: one schema for all of them, since each that is made takes its time at every start. */
export const NO_OPTIONS = z.strictObject({});

/**
 * Defines a rule whose checks (one or more of the three) get their options typed. The engine hands over options that have
 * passed the schema.
 */
export function defineRule<S extends z.ZodType>(
  rule: Omit<Rule, 'options' | 'checkFrontMatter' | 'checkBlock' | 'blocksWith' | 'check'> & {
    readonly options: S;
    readonly checkFrontMatter?: (facts: FrontMatterFacts, options: z.output<S>) => Iterable<Report>;
    readonly checkBlock?: (given: BlockAndFacts, options: z.output<S>) => Iterable<Report>;
    readonly blocksWith?: readonly BlockFact[];
    readonly check?: (facts: CaseFacts, options: z.output<S>) => Iterable<Report>;
  },
): Rule {
  const { checkFrontMatter, checkBlock, blocksWith, check } = rule;
  return {
    ...rule,
    checkFrontMatter: checkFrontMatter && ((facts, options) => checkFrontMatter(facts, options as z.output<S>)),
    checkBlock: checkBlock && ((given, options) => checkBlock(given, options as z.output<S>)),
    blocksWith,
    check: check && ((facts, options) => check(facts, options as z.output<S>)),
  };
}
