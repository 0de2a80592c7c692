import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { templateSchema } from '../../server/src/core/config/template-schema.ts';
import { USUAL_FRAMEWORKS, USUAL_TEMPLATE } from '../../server/src/core/config/usual.ts';
import type { CaseAnalysis } from '../../server/src/core/workspace/case-analysis.ts';
import { readSections } from '../support/markdown.ts';
import { analyse, ROOT, workspaceOf } from '../support/workspace.ts';
import { read } from './files.ts';

const PAGE = read('docs/templates.md');
/** The files of the page's example, by name, and the case that follows them. */
const FILES = Object.fromEntries([...PAGE.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]));
const CASE = /^```markdown\n([\s\S]*?)^```$/m.exec(PAGE)?.[1] ?? '';

/** What the template has to say about a case. */
function aboutTemplate({ findings }: CaseAnalysis): string[] {
  return findings.filter(({ rule }) => /^structure\/|^front-matter\//.test(rule)).map(({ rule, message }) => `${rule}: ${message}`);
}

/** The names in the first column of the table below a heading. */
function names(heading: string): string[] {
  return [...(readSections(PAGE).get(heading) ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');
}

describe('the page on templates', () => {
  it('shows a template that is used as it stands, and a case that has all it asks for', async () => {
    const workspace = await workspaceOf({ ...FILES, 'case.md': CASE });
    expect(Object.keys(FILES)).toEqual(['templates/interviewed-firm.yaml', 'casewright.yaml']);
    expect(workspace.fileProblems()).toEqual([]);
    const analysis = workspace.analyse(`${ROOT}/case.md`);
    expect(analysis && aboutTemplate(analysis)).toEqual([]);
  });

  it.each([
    ['## Baggrund', '## Om os', 'structure/missing-section: The section “Virksomheden” is missing'],
    ['### Ejere', '### Navne', 'structure/missing-section: Under “Baggrund”, the subsection “Ejere” is missing'],
    ['## Diskussion', '## Slut', 'structure/missing-section: None of the sections “Konklusion” and “Diskussion” is there'],
    ['## Marked: Sverige', '## Marked: Norge', 'structure/duplicate-section: There is already a section “Marked: Norge”'],
    ['internationalization:', 'links:', 'front-matter/unknown-field'],
  ])('shows a case that needs each of its parts: %s instead of %s', async (part, other, message) => {
    const found = aboutTemplate(await analyse(CASE.replace(part, other), FILES));
    expect(found.join('\n')).toContain(message);
  });

  it('names every template there is, and every key of the format', async () => {
    const workspace = await workspaceOf({ 'a.md': '---\ncase: a\n---\n' });
    expect(names('The templates that come with Casewright').toSorted()).toEqual([...workspace.project(`${ROOT}/a.md`).templates.keys()].toSorted());
    const schema = JSON.stringify(z.toJSONSchema(templateSchema(), { io: 'input' }));
    for (const name of names('What a section may say')) expect(schema).toContain(`"${name}":{`);
    const forms = templateSchema().shape.sections.unwrap().element.options;
    const keys = new Set(forms.flatMap((form) => Object.keys(form.shape)));
    expect(names('What a section may say').toSorted()).toEqual([...keys].toSorted());
    for (const key of Object.keys(templateSchema().shape)) expect(PAGE).toContain(`\`${key}\``);
  });

  it('says what a new case begins with where nobody says anything', () => {
    const prose = PAGE.replaceAll('\n', ' ');
    expect(prose).toContain(`else \`${USUAL_TEMPLATE}\``);
    expect(prose).toContain(`else ${USUAL_FRAMEWORKS.map((id) => `\`${id}\``).join(' and ')}.`);
  });
});
