// What the server of VS Code's Markdown support leaves to its client: parsing, and reading files.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import markdownIt from 'markdown-it';

/** Its settings with VS Code's defaults, but with the checks, which are off in VS Code unless their user wants them. */
export const markdownSettings = {
  markdown: {
    server: { log: 'off' },
    preferredMdPathExtensionStyle: 'auto',
    occurrencesHighlight: { enabled: false },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
      ignoredLinks: [],
    },
  },
};

/**
 * The answers of a client that does it as VS Code does: with markdown-it, whose time is the client's.
 * @param {(uri: string) => string | undefined} textOf  the text of a document that is open
 * @param {string} folder  of the workspace
 * @returns {Record<string, import('../lib/lsp-client.mjs').Handler>}
 */
export function markdownClient(textOf, folder) {
  const parser = markdownIt({ html: true });
  const statOf = (/** @type {string} */ uri) => fs.statSync(fileURLToPath(uri), { throwIfNoEntry: false });
  return {
    'markdown/parse': ({ uri, text }) => parser.parse(text ?? textOf(uri) ?? fs.readFileSync(fileURLToPath(uri), 'utf8'), {}),
    'markdown/fs/readFile': ({ uri }) => [...fs.readFileSync(fileURLToPath(uri))],
    'markdown/fs/readDirectory': ({ uri }) =>
      fs.readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]),
    'markdown/fs/stat': ({ uri }) => {
      const stat = statOf(uri);
      return stat && { isDirectory: stat.isDirectory() };
    },
    'markdown/findMarkdownFilesInWorkspace': () =>
      fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => pathToFileURL(path.join(folder, file)).href),
  };
}
