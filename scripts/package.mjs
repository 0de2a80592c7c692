// Makes casewright.vsix, and the npm package of the command line and the server, from a production build, and refuses an
// extension with a file too many or too few, or too big.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { promisify } from 'node:util';
import { installDependencies } from './lib/dependencies.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { main, Problem } from './lib/problem.mjs';
import { packPrograms } from './lib/program-package.mjs';
import { runNode } from './lib/run.mjs';
import { scratchFolder } from './lib/scratch.mjs';
import { shipped } from './lib/shipped.mjs';

const vsce = 'node_modules/@vscode/vsce/vsce';
const limit = 1_000_000; // bytes; an author on a slow line waits for it

async function packagedFiles() {
  const { stdout } = await promisify(execFile)(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root });
  return stdout.split('\n').filter(Boolean);
}

await main(async () => {
  await installDependencies();
  if ((await runNode('scripts/build.mjs', ['--production', '--sizes'])) !== 0) throw new Problem('The extension could not be built: see above.');
  const packaged = await packagedFiles();
  const missing = shipped.filter((name) => !packaged.some((file) => file === name || file.startsWith(`${name}/`)));
  if (missing.length)
    throw new Problem(`These files are missing from the extension (.vscodeignore keeps them out, or they do not exist): ${missing.join(', ')}`);
  const extra = packaged.filter((file) => !shipped.some((name) => file === name || file.startsWith(`${name}/`)));
  if (extra.length) throw new Problem(`These files do not belong in the extension (.vscodeignore lets them through): ${extra.join(', ')}`);
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--no-rewrite-relative-links', '--out', 'casewright.vsix'];
  if ((await runNode(vsce, args)) !== 0) throw new Problem('The extension could not be packaged: see above.');
  const { size } = fs.statSync(inRoot('casewright.vsix'));
  console.log(`casewright.vsix: ${(size / 1000).toFixed(0)} kB`);
  const archive = await packPrograms(scratchFolder('npm'));
  fs.copyFileSync(archive, inRoot('casewright.tgz'));
  console.log(`casewright.tgz: ${(fs.statSync(archive).size / 1000).toFixed(0)} kB`);
  if (size > limit) throw new Problem(`casewright.vsix is bigger than ${limit / 1e6} MB: see the sizes above.`);
});
process.exit();
