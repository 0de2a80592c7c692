/*
 * What a new case begins with where nobody has said anything else: neither its author, nor casewright.yaml, nor the
 * cases that are there already. The README names both.
 */

export const USUAL_TEMPLATE = 'casewright:sme-case';
export const USUAL_FRAMEWORKS: readonly string[] = ['policy-themes', 'internationalization-capacity'];
