// Lets code that runs without a disk import what ships: `import { builtins } from 'casewright:builtins'`.
import { builtinFiles, loadedBuiltins } from './loaded-builtins.mjs';
import { root } from './paths.mjs';

/** A file that the build could read goes into the bundle as what was read of it, and any other as its text. */
const asCode = (/** @type {string} */ file, /** @type {import('./loaded-builtins.mjs').LoadedBuiltin | undefined} */ loaded, /** @type {number} */ index) => {
  const uri = `uri: 'casewright:/${file}'`;
  if (!loaded) return `{ ${uri}, text: () => text${index}, built: undefined }`;
  return `{ ${uri}, text: () => '', built: { id: ${JSON.stringify(loaded.id)}, value: () => JSON.parse(${JSON.stringify(loaded.json)}) } }`;
};

/** @type {import('esbuild').Plugin} */
export const builtinsPlugin = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: /^casewright:builtins$/ }, ({ path: id }) => ({ path: id, namespace: 'builtins' }));
    build.onLoad({ filter: /.*/, namespace: 'builtins' }, async () => {
      const loaded = await loadedBuiltins();
      const files = builtinFiles().map((file, index) => ({ file, index, known: loaded.find((builtin) => builtin.file === file) }));
      // All of them, though few texts are used: the bundle is out of date when one of the files changes.
      const imports = files.map(({ file, index }) => `import text${index} from './${file}';`);
      const listIn = (/** @type {string} */ folder) =>
        files.flatMap(({ file, index, known }) => (file.startsWith(folder) ? [asCode(file, known, index)] : [])).join(', ');
      const builtins = `export const builtins = { frameworks: [${listIn('frameworks/')}], templates: [${listIn('templates/')}] };`;
      return { contents: [...imports, builtins].join('\n'), resolveDir: root, loader: 'js' };
    });
  },
};
