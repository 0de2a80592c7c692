/** What scripts/lib/builtins-plugin.mjs puts into the bundle: the files of frameworks/ and templates/. */
declare module 'casewright:builtins' {
  export const builtins: import('../core/workspace/file-state.ts').Builtins;
}
