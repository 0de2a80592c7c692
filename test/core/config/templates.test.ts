import { describe, expect, it } from 'vitest';
import { allHeadedSections, headingKeys, languagesOf } from '../../../server/src/core/config/template-headings.ts';
import { newCaseText, templateNameIn } from '../../../server/src/core/features/new-case.ts';
import { createFrameworkSet } from '../../../server/src/core/frameworks/framework-set.ts';
import type { Project } from '../../../server/src/core/workspace/project.ts';
import { analyse, ROOT, workspaceOf } from '../../support/workspace.ts';

describe('what is wrong in a team’s template is said at its line', () => {
  /** Checks what is said of a template, each with the line it stands at, and that the cases are still looked at. */
  async function check(template: string, ...expected: readonly string[]): Promise<void> {
    const text = `id: own\ntitle: Our template\n${template}`;
    const workspace = await workspaceOf({ 'casewright.yaml': 'template: ./own.yaml\n', 'own.yaml': text, 'case.md': '---\ncase: x\n---\n' });
    const said = workspace.fileProblems().map(({ uri, span, message }) => {
      expect(uri).toBe(`${ROOT}/own.yaml`);
      return `${text.slice(0, span.start).split('\n').length}: ${message}`;
    });
    expect(said).toHaveLength(expected.length);
    expected.forEach((part, index) => {
      expect(said[index]).toContain(part);
    });
    expect(workspace.analyse(`${ROOT}/case.md`)).toBeDefined();
  }

  it('a key that a section does not have', () =>
    check(
      'sections:\n  - heading: A\n  - heading: B\n    repeatabel: true\n',
      '6: “repeatabel” is not a field that Casewright knows here. Did you mean “repeatable”?',
    ));
  it('a key that the sections of items do not have', () =>
    check('sections:\n  - items: all\n    optinal: true\n', '5: “optinal” is not a field that Casewright knows here. Did you mean “optional”?'));
  it('a choice of one', () =>
    check('sections:\n  - one_of:\n    - heading: A\n', '5: “sections.one_of” must be a list of two sections or more, of which one will do'));
  it('two keys of which only one can be there', () =>
    check('sections:\n  - items: all\n    heading: A\n', '4: “items” cannot stand beside the other fields here.'));
  it('a section without a heading', () => check('sections:\n  - hint: What?\n', '4: “sections.heading” is missing.'));
  it('a language that has no code', () =>
    check(
      'sections:\n  - heading: A\n    translations:\n      danish: {heading: B}\n',
      '6: “sections.translations.danish” must be named by a language code such as da',
    ));
  it('a translation without a heading', () =>
    check('sections:\n  - heading: A\n    translations:\n      da: {hint: B}\n', '6: “sections.translations.da.heading” is missing.'));
  it('a field that no case could fill in', () =>
    check(
      'fields:\n  - title\n  - firm.contry\n',
      '5: “firm.contry” is not a field of the front matter, so no case could ever fill it in. Did you mean “firm.country”?',
    ));
  it('items that no framework has', () =>
    check(
      'sections:\n  - items: [P1,\n      P88]\n  - heading: A\n    sections:\n      - items: [Q99]\n',
      '5: No framework has an item “P88”.',
      '8: No framework has an item “Q99”.',
    ));
  it('a heading that two sections share, in whichever language', () =>
    check(
      'sections:\n  - heading: Background\n    translations: {da: {heading: Baggrund}}\n  - items: all\n  - one_of:\n      - {heading: End}\n      - {heading: Last, aliases: [baggrund.]}\n',
      '9: The heading “baggrund” already stands for the section “Background”, so “Last” could not be told from it.',
    ));
  it('nothing where two sections have subsections of one name', () =>
    check('sections:\n  - {heading: A, sections: [{heading: Owners}]}\n  - {heading: B, sections: [{heading: Owners}]}\n'));
  it('something else in place of the sections', () => check('sections: all\n', '3: “sections” must be a list, not “all”.'));
});

describe('the templates that come with Casewright', () => {
  const project = async (): Promise<Project> => (await workspaceOf({ 'a.md': '---\ncase: a\n---\n' })).project(`${ROOT}/a.md`);

  it('are there in English and Danish, every heading and every hint', async () => {
    for (const template of (await project()).templates.values()) {
      expect(languagesOf(template)).toEqual(['en', 'da']);
      for (const { heading, hint, translations } of allHeadedSections(template)) {
        expect(hint, heading).toBeDefined();
        expect(translations.da?.hint, heading).toBeDefined();
      }
    }
  });

  it('have no heading that would mark its section as being about an item', async () => {
    const { templates, frameworks } = await project();
    const { byLabel } = createFrameworkSet([...frameworks.values()]);
    const keys = [...templates.values()].flatMap((template) => allHeadedSections(template).flatMap(headingKeys));
    expect(keys.filter((key) => byLabel.has(key)).map((key) => `${key}: ${byLabel.get(key)?.item.id ?? ''}`)).toEqual([]);
  });

  it.each(['casewright:sme-case', 'casewright:interview-summary', 'casewright:case-narrative'])(
    'begin cases with gaps but without an error: %s',
    async (name) => {
      const known = await project();
      const template = known.templates.get(name);
      const frameworks = [...known.frameworks.values()].filter(({ id }) => id === 'policy-themes');
      if (!template) throw new Error(`There is no template ${name}.`);
      for (const language of [undefined, 'da', 'da-DK']) {
        const text = newCaseText({ name: 'x', title: 'X', template, templateName: name, frameworks, language });
        const { findings } = await analyse(text);
        expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
        expect([...new Set(findings.map(({ rule }) => rule))].toSorted()).toEqual(['front-matter/missing-field', 'structure/empty-section']);
        expect(text.includes(`\nlang: ${language ?? ''}\n`)).toBe(language !== undefined);
        expect(/<!-- (?:Hvad|Hvem|Hvor) /.test(text)).toBe(language !== undefined);
      }
    },
  );
});

describe('a new case', () => {
  it('names its template only where it would follow another one', async () => {
    const nameIn = async (config: string, name: string): Promise<string | undefined> => {
      const files = { 'casewright.yaml': config, 'own.yaml': 'id: own\ntitle: Own\n', 'a.md': '---\ncase: a\n---\n' };
      return templateNameIn((await workspaceOf(files)).project(`${ROOT}/a.md`), name);
    };
    expect(await nameIn('rules: {}\n', 'casewright:sme-case')).toBeUndefined();
    expect(await nameIn('rules: {}\n', 'casewright:case-narrative')).toBe('casewright:case-narrative');
    expect(await nameIn('template: ./own.yaml\n', './own.yaml')).toBeUndefined();
    expect(await nameIn('template: ./own.yaml\n', 'casewright:sme-case')).toBe('casewright:sme-case');
    expect(await nameIn('rules: {}\n', './other.yaml')).toBeUndefined();
  });

  it('has a row to copy below every list that its template asks for', async () => {
    const { templates } = (await workspaceOf({ 'a.md': '---\ncase: a\n---\n' })).project(`${ROOT}/a.md`);
    const template = templates.get('casewright:case-narrative');
    const text = template ? newCaseText({ name: 'x', title: 'X', template, templateName: undefined, frameworks: [], language: undefined }) : '';
    for (const list of ['figures', '  locations', '  partnerships', '  markets', 'sources']) expect(text).toMatch(new RegExp(`\n${list}: # .*\n *# - \\{`));
    const filled = text.replace(/^( *)# - /gm, '$1- ').replaceAll(/^( *\w+): # .*$/gm, '$1:');
    const invalid = (await analyse(filled)).findings.filter(({ rule }) => rule === 'front-matter/invalid-value' || rule === 'front-matter/unknown-field');
    expect(invalid.map(({ message }) => message)).toEqual([]);
  });
});
