// What an installed extension consists of. .vscodeignore lets the same through; package.mjs compares the two.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';

export const shipped = [
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES.txt',
  'dist/client.cjs',
  'dist/client.web.cjs',
  'dist/server.cjs',
  'dist/server-main.cjs',
  'dist/server.worker.js',
  'dist/builtins.jsonl',
  'dist/panel.js',
  'dist/panel.css',
  'dist/matrix.js',
  'dist/matrix.css',
  'syntaxes',
  'frameworks',
  'templates',
  'schemas',
  'docs/rules',
  'docs/templates.md',
  'media',
];

/**
 * Installs the extension of this checkout as VS Code would find it after an installation, and only that: links to the built
 * files, so that a page reload shows the next build.
 * @param {string} extensionsDir  made anew
 */
export function installExtension(extensionsDir) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
  const id = `${publisher}.${name}`;
  const folder = `${id}-${version}`;
  const dir = path.join(extensionsDir, folder);
  fs.rmSync(extensionsDir, { recursive: true, force: true });
  for (const file of shipped.filter((f) => fs.existsSync(inRoot(f)))) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.symlinkSync(path.join(root, file), path.join(dir, file));
  }
  const entry = {
    identifier: { id },
    version,
    location: { $mid: 1, path: dir, scheme: 'file' },
    relativeLocation: folder,
    metadata: { isMachineScoped: true },
  };
  fs.writeFileSync(path.join(extensionsDir, 'extensions.json'), JSON.stringify([entry]));
}
