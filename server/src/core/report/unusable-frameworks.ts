import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** The frameworks that a case names and that do not exist or have an error, by the names it gives them. */
export function unusableFrameworks({ model, project }: CaseAnalysis): string[] {
  return (model.frameworks ?? []).map(({ id }) => id).filter((id) => !project.frameworks.has(id));
}

/** What a reader of a case's coverage should know of them, a sentence for each. */
export function unusableFrameworkRemarks(analysis: CaseAnalysis): string[] {
  return unusableFrameworks(analysis).map((id) => `This case names a framework “${id}” that cannot be used, so its items are not shown.`);
}
