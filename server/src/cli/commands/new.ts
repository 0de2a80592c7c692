import path from 'node:path';
import { languagesOf } from '../../core/config/template-headings.ts';
import { usualFrameworks, type CaseBeside } from '../../core/features/new-case-frameworks.ts';
import { newCaseText, templateNameIn } from '../../core/features/new-case.ts';
import type { Framework } from '../../core/frameworks/framework-set.ts';
import { listed } from '../../core/rules/wording.ts';
import { oneLine } from '../../core/text/shown-text.ts';
import { splitPattern } from '../../host/match-paths.ts';
import { uriOf } from '../../node/file-uri.ts';
import { matcher } from '../../node/path-patterns.ts';
import type { Arguments, Command } from '../arguments.ts';
import { EXIT, UsageError } from '../exit-codes.ts';
import { findTemplate, type FoundTemplate } from '../find-template.ts';
import { readCases } from '../cases/read-cases.ts';
import { NO_CACHE_OPTION } from '../load-cases.ts';
import { openStudy, type Study } from '../open-study.ts';
import type { Output } from '../output.ts';
import { shownPath } from '../select-files.ts';
import { unknownFramework } from '../unknown-framework.ts';
import { writeResult } from '../write-result.ts';

export const newCommand: Command = {
  usage: 'new [NAME] [--template T] [--lang L] [--framework ID]… [--out FILE] [--no-cache]',
  about: [
    'Begins a case: writes a file with the fields, sections and questions of a template, in the folder where casewright.yaml looks for cases. NAME is the name of the firm or the case. A file that exists is never overwritten.',
    'Built-in templates are sme-case, interview-summary and case-narrative. Without --template it is the one that casewright.yaml names, else sme-case. Without --framework it is the frameworks of casewright.yaml, else those that the cases beside it use, else policy-themes and internationalization-capacity.',
  ],
  options: {
    template: { takes: 'T', help: 'A built-in template (interview-summary) or a file; otherwise the one that casewright.yaml names.' },
    lang: { takes: 'L', help: 'The language of headings and hints, such as da, if the template is there in it.' },
    framework: { takes: 'ID', help: 'A framework the case is to address; once for each.' },
    frameworks: { takes: 'A,B', help: 'The same as a list.' },
    out: { takes: 'FILE', help: 'The file to write.' },
    ...NO_CACHE_OPTION,
  },
  examples: [
    ['new "Brodersen Controls A/S"', 'Write brodersen-controls-a-s.md.'],
    ['new dge --framework policy-themes', 'Write dge.md for one framework.'],
    ['new nupo --template case-narrative --lang da', 'Write nupo.md with Danish headings.'],
  ],
  most: 1,
  async run(given, output) {
    const study = openStudy(output.cwd);
    const out = given.value('out');
    const title = given.words[0]?.trim() || (out === undefined ? 'New case' : path.basename(out, path.extname(out)));
    const name = slugOf(title);
    if (name === '') throw new UsageError(`“${title}” holds no letter or digit that a case could be named by.`);
    const found = await findTemplate(study, given.value('template'), output.cwd);
    const language = chooseLanguage(found, given.value('lang'));
    const file = path.resolve(output.cwd, out ?? path.join(folderForCases(study, output.cwd), `${name}.md`));
    const chosen = await chooseFrameworks(study, given, file, output);
    const templateName = found.name === undefined ? undefined : templateNameIn(study.project, found.name);
    // Never over a file that is there: a case is weeks of work.
    await writeResult(file, newCaseText({ ...chosen, name, title: titleOf(title), template: found.template, templateName, language }), {
      cwd: output.cwd,
      isNew: true,
      otherwise: 'give the case another name, or a file with --out',
    });
    const shown = oneLine(shownPath(file, output.cwd));
    output.result(`Wrote ${shown}. Fill in its fields and sections; “casewright check ${shown}” names what is still open.\n${chosen.said}`);
    if (!matcher(study.folder, study.patterns)(file)) {
      output.note(`casewright.yaml looks for cases in ${listed(study.patterns, 'or')} only, so a check of the whole study will not see this one.`);
    }
    if (found.name === undefined) {
      output.note(
        'casewright.yaml names another template, or none, so a check will not hold the case to this one. To change that, name it there: template: FILE.',
      );
    }
    return EXIT.clean;
  },
};

/** The frameworks asked for; else the usual ones for this place, and a sentence that says which and why. */
async function chooseFrameworks(study: Study, given: Arguments, file: string, output: Output): Promise<{ frameworks: Framework[]; said: string }> {
  const { project } = study;
  const find = (ids: readonly string[]): Framework[] => ids.flatMap((id) => project.frameworks.get(id) ?? []);
  const asked = [...given.values('framework'), ...given.values('frameworks')].flatMap((ids) => ids.split(',')).map((id) => id.trim()).filter(Boolean); // prettier-ignore
  const unknown = asked.find((id) => !project.frameworks.has(id));
  if (unknown !== undefined) throw unknownFramework(unknown, [...project.frameworks.keys()]);
  if (asked.length > 0) return { frameworks: find([...new Set(asked)]), said: '' };
  const cases = project.defaultFrameworks.length > 0 ? [] : await namingOf(given, output);
  const { ids, because } = usualFrameworks(project, cases, uriOf(path.dirname(file)));
  const why = { configured: 'as casewright.yaml has it', 'in-use': 'as the other cases do', usual: 'for want of a choice' }[because];
  return {
    frameworks: find(ids),
    said: `It addresses ${listed(ids)}, ${why}. Choose with --framework ID, once for each; “casewright frameworks” lists them.\n`,
  };
}

/** The cases of the study with the frameworks that each names itself, as far as they can be read. */
async function namingOf(given: Arguments, output: Output): Promise<CaseBeside[]> {
  const cases: CaseBeside[] = [];
  const request = { view: 'namedFrameworks', options: null } as const;
  await readCases({ paths: [], request, usesCache: !given.has('no-cache') }, output, ({ uri, facts: { named } }) => {
    cases.push({ uri, model: { frameworks: named?.map((id) => ({ id })) } });
  });
  return cases;
}

/** The language asked for, if the template is there in it: `da` will do for `da-DK`. */
function chooseLanguage({ template }: FoundTemplate, asked: string | undefined): string | undefined {
  const known = languagesOf(template);
  if (asked === undefined || known.some((language) => asked === language || asked.startsWith(`${language}-`))) return asked;
  throw new UsageError(`The template “${template.title}” is not there in “${asked}”; it is in ${listed(known)}.`);
}

/** The current folder if cases are looked for in it, else the folder that the patterns name. */
function folderForCases({ folder, patterns }: Study, cwd: string): string {
  if (matcher(folder, patterns)(path.join(cwd, 'case.md'))) return cwd;
  return path.resolve(folder, splitPattern(patterns[0] ?? '').folder);
}

/** "Brodersen Controls A/S" is called brodersen-controls-a-s. */
function slugOf(title: string): string {
  const letters = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
}

/** A name in small letters only is taken for an id, and its first letter made a capital. */
function titleOf(name: string): string {
  return /[\p{Lu}\s]/u.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
