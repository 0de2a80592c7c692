import { lineEndingOf, type TextEdit } from '../../text/text-edit.ts';
import { insertMissingSections, insertSections } from '../missing-sections.ts';
import { planSections } from '../section-plan.ts';
import { literal } from '../snippet-text.ts';
import type { Fixer } from './fixer.ts';

/** Inserts the section that a finding misses, with its questions as comments. */
export const insertSection: Fixer = (analysis, { data = {} }) => {
  const plan = planSections(analysis);
  const section = plan.find(({ item, heading, present }) => !present && (data.item === undefined ? heading === data.heading : item?.item.id === data.item));
  if (!section) return [];
  const { edits } = insertSections(analysis, plan, [section]);
  const edit = edits[0];
  if (!edit) return [];
  return [{ title: `Add the section “${section.heading}”`, edits, preferred: true, snippet: withCursor(edit, lineEndingOf(analysis.text)) }];
};

/** The same insertion with the cursor behind the questions, on a line of its own. */
function withCursor({ span, newText }: TextEdit, eol: string): TextEdit {
  const below = newText.endsWith(eol + eol) ? eol : '';
  const block = newText.slice(0, newText.length - below.length);
  return { span, newText: `${literal(block)}${eol}$0${eol}${below}` };
}

/** Inserts all sections that the case lacks, where there are several. */
export const insertAllSections: Fixer = (analysis) => {
  const { edits, headings } = insertMissingSections(analysis);
  return headings.length < 2 ? [] : [{ title: `Add all ${headings.length} missing sections`, edits, preferred: false }];
};
