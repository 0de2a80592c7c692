import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { Hover } from '../hover.ts';

/** What is known of the mark, heading, citation or front-matter word at `offset`; undefined elsewhere. */
export function hoverAt(_analysis: CaseAnalysis, _offset: number): Hover | undefined {
  return undefined;
}
