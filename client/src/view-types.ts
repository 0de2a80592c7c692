/** What VS Code knows the summary panel by; `onWebviewPanel:` in package.json says the same. */
export const SUMMARY_VIEW_TYPE = 'casewright.summary';

/** What VS Code knows the matrix by; `onWebviewPanel:` in package.json says the same. */
export const MATRIX_VIEW_TYPE = 'casewright.matrix';
