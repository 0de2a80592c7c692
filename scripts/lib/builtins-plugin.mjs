// Lets code that runs without a disk import what ships: `import { builtins } from 'casewright:builtins'`.
import fs from 'node:fs';
import { inRoot, root } from './paths.mjs';

/** The files that ship as data, from the checkout: a bundle that holds them is out of date when one comes or goes. */
export const builtinFiles = () =>
  ['frameworks', 'templates'].flatMap((folder) =>
    fs
      .readdirSync(inRoot(folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `${folder}/${name}`),
  );

/** @param {string} folder */
const listOf = (folder) =>
  builtinFiles()
    .flatMap((file, index) => (file.startsWith(`${folder}/`) ? [`{ uri: 'casewright:/${file}', text: text${index} }`] : []))
    .join(', ');

/** @type {import('esbuild').Plugin} */
export const builtinsPlugin = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: /^casewright:builtins$/ }, ({ path: id }) => ({ path: id, namespace: 'builtins' }));
    build.onLoad({ filter: /.*/, namespace: 'builtins' }, () => {
      const imports = builtinFiles().map((file, index) => `import text${index} from './${file}';`);
      const builtins = `export const builtins = { frameworks: [${listOf('frameworks')}], templates: [${listOf('templates')}] };`;
      return { contents: [...imports, builtins].join('\n'), resolveDir: root, loader: 'js' };
    });
  },
};
