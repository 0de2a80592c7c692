import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { NewCaseChoicesRequest, NewCaseTextRequest, type NewCaseChoices, type NewCaseParams } from '../../../server/src/protocol.ts';
import type { ActiveCase } from '../active-case.ts';
import type { CaseList } from '../case-list.ts';
import { chooseFolder } from './new-case-folder.ts';

interface Parts {
  readonly client: BaseLanguageClient;
  readonly cases: CaseList;
  readonly active: ActiveCase;
}

/**
 * New Case from Template: asks for what it needs, writes the file and opens it. Questions that `given` answers (an
 * object with some of the members of NewCaseParams) are not asked, so that key bindings and tasks can use it.
 * @returns the new file; undefined when the author stopped
 */
export async function newCase({ client, cases, active }: Parts, given: unknown): Promise<vscode.Uri | undefined> {
  const answers = readAnswers(given);
  const folder = answers.folder === undefined ? await chooseFolder(cases, active) : vscode.Uri.parse(answers.folder);
  if (!folder) return undefined;
  const choices = await client.sendRequest(NewCaseChoicesRequest, { folder: folder.toString() });
  const template = answers.template ?? (await askTemplate(choices));
  if (template === undefined) return undefined;
  const languages = choices.templates.find(({ id }) => id === template)?.languages ?? [];
  // Whoever names the template in advance and no language wants the template as it is.
  const isAsked = answers.template === undefined && answers.lang === undefined;
  const lang = isAsked ? await askLanguage(languages) : answers.lang;
  if (isAsked && lang === undefined) return undefined;
  const frameworks = answers.frameworks ?? (await askFrameworks(choices));
  if (!frameworks) return undefined;
  const title = answers.title ?? (await askTitle());
  if (title === undefined) return undefined;
  const name = answers.name ?? (await askName(folder, cases, title));
  if (name === undefined) return undefined;
  return write(client, folder, { folder: folder.toString(), name, title, template, frameworks, ...(lang === undefined ? {} : { lang }) });
}

async function write(client: BaseLanguageClient, folder: vscode.Uri, params: NewCaseParams): Promise<vscode.Uri | undefined> {
  const text = await client.sendRequest(NewCaseTextRequest, params);
  const file = vscode.Uri.joinPath(folder, `${params.name}.md`);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  if ((await exists(file)) || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(file)} could not be written: it exists already, or the folder is read-only.`);
    return undefined;
  }
  await vscode.window.showTextDocument(file, { preview: false });
  return file;
}

async function askTemplate({ templates }: NewCaseChoices): Promise<string | undefined> {
  if (templates.length <= 1) return templates[0]?.id;
  const picks = templates.map(({ id, title, description }) => ({ label: title, description: id, detail: description ?? '', id }));
  const picked = await vscode.window.showQuickPick(picks, { title: 'New Case: Template', placeHolder: 'Which sections is the case to have?' });
  return picked?.id;
}

async function askLanguage(languages: readonly string[]): Promise<string | undefined> {
  if (languages.length <= 1) return languages[0];
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const picks = languages.map((id) => ({ label: names.of(id) ?? id, description: id, id }));
  const picked = await vscode.window.showQuickPick(picks, { title: 'New Case: Language', placeHolder: 'In which language are its headings to be?' });
  return picked?.id;
}

async function askFrameworks(
  { frameworks }: Pick<NewCaseChoices, 'frameworks'>,
  placeHolder = 'Which frameworks is it to address? Tick them (Space), then press Enter.',
): Promise<string[] | undefined> {
  const picks = frameworks.map(({ id, title, summary, isDefault }) => ({ label: title, description: id, detail: summary ?? '', picked: isDefault, id }));
  const picked = await vscode.window.showQuickPick(picks, { title: 'New Case: Frameworks', placeHolder, canPickMany: true });
  if (picked?.length === 0) return askFrameworks({ frameworks }, 'Tick at least one: a case without a framework has nothing to address.');
  return picked?.map(({ id }) => id);
}

async function askName(folder: vscode.Uri, cases: CaseList, title: string): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: 'New Case: Name',
    prompt: 'A short name for the case: letters, digits and hyphens. The file is called after it.',
    placeHolder: 'brodersen',
    value: nameFor(title),
    validateInput: async (value) => whyNotName(value.trim(), cases, await exists(vscode.Uri.joinPath(folder, `${value.trim()}.md`))),
  });
  return name?.trim();
}

/** A name made from a title: "Brodersen Controls A/S" gives "brodersen-controls-a-s". */
function nameFor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Why a case cannot have this name; undefined when it can. */
function whyNotName(name: string, cases: CaseList, fileExists: boolean): string | undefined {
  if (name === '') return 'A case needs a name.';
  if (!/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(name)) return 'Only letters, digits and hyphens, and no hyphen first: the name is also a file name.';
  if (fileExists) return `There is already a file ${name}.md in this folder.`;
  if (cases.all.some((overview) => overview.case === name)) return `There is already a case “${name}” in this workspace.`;
  return undefined;
}

async function askTitle(): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: 'New Case: Title',
    prompt: 'The title as readers see it, such as the name of the firm. It can be changed later.',
    placeHolder: 'Brodersen Controls A/S',
    validateInput: (value) => (value.trim() === '' ? 'A case needs a title.' : undefined),
  });
  return title?.trim();
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** The answers that the caller gave, as far as they have the right form. */
function readAnswers(given: unknown): Partial<NewCaseParams> {
  if (typeof given !== 'object' || given === null) return {};
  const answers = Object.entries(given).filter(([key, value]) => (key === 'frameworks' ? Array.isArray(value) : typeof value === 'string'));
  return Object.fromEntries(answers);
}
