import type { CaseAnalysis } from '../../core/workspace/case-analysis.ts';

/** How a file is named in reports: relative to the current folder, with forward slashes. */
export type PathOf = (uri: string) => string;

/**
 * What a command makes of a case, as a pure function: it runs where the case is read, in this thread or another one, and
 * its result may be kept for the next run. So nothing but the result outlives the case.
 */
export interface CaseView<Options, Facts> {
  /** Whether the result depends on which other cases have the name of this one. */
  readonly comparesNames: boolean;
  readonly make: (analysis: CaseAnalysis, options: Options, pathOf: PathOf) => Made<Facts>;
}

/** What was made of a case. */
export interface Made<Facts> {
  /** What has to be known of every case to the end. Survives JSON. */
  readonly facts: Facts;
  /** What stands for this case in the result: as it will be printed, where it can be printed by itself. */
  readonly part: string;
}
