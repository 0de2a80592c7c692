/** What a page is made of. All members are trusted: none comes from a case. */
export interface PageParts {
  readonly title: string;
  readonly script: string;
  readonly style: string;
  /** Where style sheets may come from, as in a content security policy. */
  readonly styleSource: string;
  /** New for each page, so that no other script can know it. */
  readonly nonce: string;
}

/**
 * The page of a web view: a frame that its script fills. Nothing may be loaded or run but the two files of the
 * extension, and nothing may be sent anywhere.
 */
export function pageHtml({ title, script, style, styleSource, nonce }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${styleSource}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="${style}">
  </head>
  <body>
    <main></main>
    <p class="announcer" role="status" aria-live="polite"></p>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
