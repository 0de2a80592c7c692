// Makes casewright.vsix from a production build, and refuses one with a file too many or too big.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { promisify } from 'node:util';
import { installDependencies } from './lib/dependencies.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { main, Problem } from './lib/problem.mjs';
import { runNode } from './lib/run.mjs';
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
  const extra = (await packagedFiles()).filter((file) => !shipped.some((name) => file === name || file.startsWith(`${name}/`)));
  if (extra.length) throw new Problem(`These files do not belong in the extension (.vscodeignore lets them through): ${extra.join(', ')}`);
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--no-rewrite-relative-links', '--out', 'casewright.vsix'];
  if ((await runNode(vsce, args)) !== 0) throw new Problem('The extension could not be packaged: see above.');
  const { size } = fs.statSync(inRoot('casewright.vsix'));
  console.log(`casewright.vsix: ${(size / 1000).toFixed(0)} kB`);
  if (size > limit) throw new Problem(`casewright.vsix is bigger than ${limit / 1e6} MB: see the sizes above.`);
});
process.exit();
