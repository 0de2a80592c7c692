// remark as a language server, made as the readme of unified-language-server says.
import { remark } from 'remark';
import { createUnifiedLanguageServer } from 'unified-language-server';
import { plugins } from './remark-plugins.mjs';

createUnifiedLanguageServer({
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  rcName: '.remarkrc',
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark,
  plugins,
});
