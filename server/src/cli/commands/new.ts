import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newCaseText } from '../../core/features/new-case.ts';
import type { Framework } from '../../core/frameworks/framework-set.ts';
import { listed } from '../../core/rules/wording.ts';
import { matcher, splitPattern } from '../../node/path-patterns.ts';
import { errorCode, whyUnreadable } from '../../node/why-unreadable.ts';
import type { Command } from '../arguments.ts';
import { findTemplate } from '../find-template.ts';
import { EXIT, UsageError } from '../exit-codes.ts';
import { openStudy, type Study } from '../open-study.ts';
import { shownPath } from '../select-files.ts';
import { unknownFramework } from '../unknown-framework.ts';

export const newCommand: Command = {
  usage: 'new [NAME] [--template T] [--frameworks A,B] [--out FILE]',
  about: [
    'Begins a case: writes a file with the fields, sections and questions of a template, in the folder where casewright.yaml looks for cases. NAME is the name of the firm or the case. A file that exists is never overwritten.',
  ],
  options: {
    template: { takes: 'T', help: 'A built-in template (casewright:sme-case) or a file; otherwise the one that casewright.yaml names.' },
    frameworks: { takes: 'A,B', help: 'The frameworks the case is to address; otherwise those of casewright.yaml, or all built-in ones.' },
    out: { takes: 'FILE', help: 'The file to write.' },
  },
  examples: [
    ['new "Brodersen Controls A/S"', 'Write brodersen-controls-a-s.md.'],
    ['new dge --frameworks policy-themes', 'Write dge.md for one framework.'],
  ],
  most: 1,
  async run(given, output) {
    const study = await openStudy(output.cwd);
    const out = given.value('out');
    const title = given.words[0]?.trim() || (out === undefined ? 'New case' : path.basename(out, path.extname(out)));
    const name = slugOf(title);
    if (name === '') throw new UsageError(`“${title}” holds no letter or digit that a case could be named by.`);
    const template = await findTemplate(study, given.value('template'), output.cwd);
    const frameworks = chooseFrameworks(study, given.value('frameworks'));
    const file = path.resolve(output.cwd, out ?? path.join(folderForCases(study, output.cwd), `${name}.md`));
    await write(file, newCaseText(template, frameworks, name, titleOf(title)), output.cwd);
    const shown = shownPath(file, output.cwd);
    output.result(`Wrote ${shown}. Fill in its fields and sections; “casewright check ${shown}” names what is still open.\n`);
    if (!matcher(study.folder, study.patterns)(file)) {
      output.note(`casewright.yaml looks for cases in ${listed(study.patterns, 'or')} only, so a check of the whole study will not see this one.`);
    }
    return EXIT.clean;
  },
};

/** Never overwrites: a case is weeks of work. */
async function write(file: string, text: string, cwd: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const shown = shownPath(file, cwd);
    if (errorCode(error) === 'EEXIST')
      throw new UsageError(`${shown} exists already, and nothing was written; give the case another name, or a file with --out.`);
    throw new UsageError(`${shown} could not be written: ${whyUnreadable(error).replace('permission to read it', 'permission to write there')}.`);
  }
}

function chooseFrameworks({ project }: Study, chosen: string | undefined): Framework[] {
  const known = [...project.frameworks.keys()];
  const defaults = project.defaultFrameworks.length > 0 ? project.defaultFrameworks : known;
  const ids =
    chosen === undefined
      ? defaults
      : chosen
          .split(',')
          .map((id) => id.trim())
          .filter(Boolean);
  return ids.flatMap((id) => {
    const framework = project.frameworks.get(id);
    if (!framework && chosen !== undefined) throw unknownFramework(id, known);
    return framework ?? [];
  });
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
