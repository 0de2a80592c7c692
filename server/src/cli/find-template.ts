import path from 'node:path';
import { loadTemplate } from '../core/config/load-template.ts';
import type { Template } from '../core/config/template-schema.ts';
import { USUAL_TEMPLATE } from '../core/config/usual.ts';
import { didYouMean, listed } from '../core/rules/wording.ts';
import { nearest } from '../core/text/nearest.ts';
import { uriOf } from '../node/file-uri.ts';
import { UsageError } from './exit-codes.ts';
import type { Study } from './open-study.ts';
import { asText, problemLines } from './problem-lines.ts';

/** A template, and the name by which cases of the study can call it; undefined where they cannot. */
export interface FoundTemplate {
  readonly template: Template;
  readonly name: string | undefined;
}

/** The template of a new case: the one asked for (built in, the study's own, or a file), else the study's own, else the usual one. */
export async function findTemplate(study: Study, asked: string | undefined, cwd: string): Promise<FoundTemplate> {
  const { project, workspace } = study;
  const { templates, templateUri, config } = project;
  const name = asked === undefined ? (config.template ?? USUAL_TEMPLATE) : [asked, `casewright:${asked}`].find((candidate) => templates.has(candidate));
  if (name === undefined) return readTemplate(study, asked ?? '', cwd);
  const problems = project.problems.filter(({ uri }) => name === config.template && uri === templateUri);
  const template = templates.get(name);
  if (template && problems.length === 0) return { template, name };
  const lines = problemLines(problems.length > 0 ? problems : project.problems, workspace, cwd);
  throw new UsageError(`The template ${name}, which casewright.yaml names, cannot be used. Correct it, or name another with --template.\n${asText(lines)}`);
}

async function readTemplate({ project, workspace, files }: Study, name: string, cwd: string): Promise<FoundTemplate> {
  const uri = uriOf(path.resolve(cwd, name));
  const state = files.read(uri);
  if (state.kind === 'unreadable') throw new UsageError(`The template ${name} could not be read: ${state.reason}.`);
  if (state.kind !== 'text') {
    const known = [...project.templates.keys()];
    const short = known.map((candidate) => candidate.replace(/^casewright:/, ''));
    throw new UsageError(
      `There is no template “${name}”, and no such file; there ${known.length === 1 ? 'is' : 'are'} ${listed(known)}.${didYouMean(nearest(name, [...short, ...known]))}`,
    );
  }
  const itemIds = [...project.frameworks.values()].flatMap((framework) => framework.items.map((item) => item.id));
  const { value, problems } = loadTemplate(uri, state.text, itemIds);
  if (value && problems.length === 0) return { template: value, name: uri === project.templateUri ? project.config.template : undefined };
  workspace.setFile(uri, state);
  throw new UsageError(`The template ${name} cannot be used.\n${asText(problemLines(problems, workspace, cwd))}`);
}
