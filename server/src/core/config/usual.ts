/*
 * What a new case begins with where nobody has said anything else: neither its author, nor casewright.yaml, nor the
 * cases that are there already. The README names both.
 */

export const USUAL_TEMPLATE = 'casewright:sme-case';
export const USUAL_FRAMEWORKS: readonly string[] = ['policy-themes', 'internationalization-capacity'];

/** Names of frameworks with the usual ones first, where one is offered before the others. */
export function usualFirst(ids: Iterable<string>): string[] {
  const all = [...ids];
  return [...USUAL_FRAMEWORKS.filter((id) => all.includes(id)), ...all.filter((id) => !USUAL_FRAMEWORKS.includes(id))];
}
