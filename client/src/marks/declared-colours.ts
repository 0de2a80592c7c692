/** The kinds of themes for which a colour is declared. */
export type ThemeKind = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

/**
 * The colours of frameworks as package.json declares them for a kind of theme: what VS Code shows pictures of cannot follow
 * a theme by itself.
 * @param manifest package.json
 * @returns one for each framework, the first first; none where the manifest declares none
 */
export function declaredColours(manifest: unknown, kind: ThemeKind): readonly string[] {
  const { contributes } = manifest as { readonly contributes?: { readonly colors?: readonly DeclaredColour[] } };
  return (contributes?.colors ?? []).filter(({ id }) => /^casewright\.framework\d+$/.test(id)).map(({ defaults }) => defaults[kind]);
}

interface DeclaredColour {
  readonly id: string;
  readonly defaults: Readonly<Record<ThemeKind, string>>;
}
