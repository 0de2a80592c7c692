// Lets code that runs without a disk import what ships: `import { builtins } from 'casewright:builtins'`.
import fs from 'node:fs';
import { loadedPacks } from './loaded-packs.mjs';
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

/**
 * @param {string} folder
 * @param {Record<string, { pack: unknown }>} packs
 */
const listOf = (folder, packs) =>
  builtinFiles()
    .flatMap((file, index) => {
      const { pack } = packs[file.slice(folder.length + 1)] ?? {};
      const loaded = pack ? `, pack: ${JSON.stringify(pack)}` : '';
      return file.startsWith(`${folder}/`) ? [`{ uri: 'casewright:/${file}', text: text${index}${loaded} }`] : [];
    })
    .join(', ');

/** @type {import('esbuild').Plugin} */
export const builtinsPlugin = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: /^casewright:builtins$/ }, ({ path: id }) => ({ path: id, namespace: 'builtins' }));
    build.onLoad({ filter: /.*/, namespace: 'builtins' }, async () => {
      const packs = await loadedPacks();
      const imports = builtinFiles().map((file, index) => `import text${index} from './${file}';`);
      const builtins = `export const builtins = { frameworks: [${listOf('frameworks', packs)}], templates: [${listOf('templates', {})}] };`;
      return { contents: [...imports, builtins].join('\n'), resolveDir: root, loader: 'js' };
    });
  },
};
