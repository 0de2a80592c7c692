import path from 'node:path';
import { loadYamlFile } from '../core/config/load-yaml-file.ts';
import { templateSchema, type Template } from '../core/config/template-schema.ts';
import { didYouMean, listed } from '../core/rules/wording.ts';
import { nearest } from '../core/text/nearest.ts';
import { uriOf } from '../node/file-uri.ts';
import { UsageError } from './exit-codes.ts';
import type { Study } from './open-study.ts';

const USUAL = 'casewright:sme-case';

/** The template of a new case: the one asked for (built in, or a file), else the study's own, else the usual one. */
export async function findTemplate({ project, files }: Study, name: string | undefined, cwd: string): Promise<Template> {
  const { templates } = project;
  if (name === undefined) {
    const template = project.template ?? templates.get(USUAL);
    if (template) return template;
    throw new UsageError('There is no template; name one with --template.');
  }
  const builtin = templates.get(name) ?? templates.get(`casewright:${name}`);
  if (builtin) return builtin;
  const uri = uriOf(path.resolve(cwd, name));
  const state = await files.read(uri);
  if (state.kind === 'unreadable') throw new UsageError(`The template ${name} could not be read: ${state.reason}.`);
  if (state.kind !== 'text') {
    const known = [...templates.keys()];
    throw new UsageError(
      `There is no template “${name}”, and no such file; there ${known.length === 1 ? 'is' : 'are'} ${listed(known)}.${didYouMean(nearest(name, known))}`,
    );
  }
  const { value, problems } = loadYamlFile(uri, state.text, templateSchema);
  if (value && problems.length === 0) return value;
  throw new UsageError(`The template ${name} cannot be used. ${problems[0]?.message ?? ''}`);
}
