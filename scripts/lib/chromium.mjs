// A headless Chromium from npm for a Linux that has none, with what a bare system lacks: network security libraries, a font.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { unpackNpmPackage, untar } from './npm-package.mjs';
import { installOnce } from './user-cache.mjs';

const chromium = {
  name: '@sparticuz/chromium',
  version: '147.0.2', // the last that asks for no newer Node than 20
  integrity: 'sha512-oqXyPAlGQuT9wdZAhcx4nmhehVgEsDc2adL/+FlX8qsLh/YyOgl9GQp8dPMDIBRmktxgA9c1QSNJIQUj2UeHhQ==',
};
const recipe = 1; // counts changes of what is kept below

/** @returns {Promise<import('./browser.mjs').Browser>} */
export async function installChromium() {
  const message = 'Installing a headless Chromium from npm, once for all checkouts (about 10 s, 200 MB)';
  const dir = await installOnce(`chromium-${chromium.version}-${recipe}`, message, async (into) => {
    const unpacked = path.join(into, 'package');
    await unpackNpmPackage(chromium, unpacked, ['bin', 'LICENSE']);
    const bin = (/** @type {string} */ name) => path.join(unpacked, 'bin', name);
    await Promise.all([
      expand(bin('chromium.br'), path.join(into, 'chromium')),
      expandFolder(bin('fonts.tar.br'), into),
      expandFolder(bin('swiftshader.tar.br'), into),
      expandFolder(bin('al2023.tar.br'), into),
    ]);
    fs.writeFileSync(path.join(into, 'fonts.conf'), fonts); // instead of theirs, which knows one cloud's folders
    fs.chmodSync(path.join(into, 'chromium'), 0o755);
    fs.renameSync(path.join(unpacked, 'LICENSE'), path.join(into, 'LICENSE'));
    fs.rmSync(unpacked, { recursive: true });
  });
  const executablePath = path.join(dir, 'chromium');
  return {
    executablePath,
    env: {
      FONTCONFIG_FILE: path.join(dir, 'fonts.conf'),
      ...(lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: path.join(dir, 'lib') } : {}),
    },
  };
}

/** The machine's fonts, and one of ours in case it has none. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** @param {string} program */
function lacksLibraries(program) {
  const { status, stdout } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return status !== 0 || stdout.includes('not found');
}

/**
 * @param {string} from
 * @param {string} to
 */
const expand = (from, to) => pipeline(fs.createReadStream(from), zlib.createBrotliDecompress(), fs.createWriteStream(to));

/**
 * @param {string} from
 * @param {string} dir
 */
async function expandFolder(from, dir) {
  const archive = path.join(dir, path.basename(from, '.br'));
  await expand(from, archive);
  await untar(archive, dir);
  fs.rmSync(archive);
}
