import { headingTest, wordsIn } from '../../config/template-headings.ts';
import type { HeadedSection } from '../../config/template-schema.ts';
import { languageOf, templateOf } from '../../rules/template.ts';
import { touches } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { blocks, plain } from '../describe/markdown-text.ts';
import type { Hover } from '../hover.ts';
import { notesOn } from '../section-notes.ts';
import { planSections } from '../section-plan.ts';

/** What the template in force says of the section whose heading is at `offset`; undefined for a section of the author's own. */
export function hoverSection(analysis: CaseAnalysis, offset: number): Hover | undefined {
  const template = templateOf(analysis);
  const section = analysis.model.sections.find(({ textSpan }) => touches(textSpan, offset));
  if (!template || !section) return undefined;
  const isOwn = (candidate: HeadedSection): boolean => headingTest(candidate)(section);
  const slot = planSections(analysis).find(({ sections }) => sections.some(isOwn));
  const own = slot?.sections.find(isOwn);
  if (!slot || !own) return undefined;
  const { heading, hint } = wordsIn(own, languageOf(analysis));
  const notes = notesOn({ ...slot, alternatives: [] }, undefined);
  return {
    span: section.textSpan,
    markdown: blocks(`**${plain(heading)}** (section of the template “${plain(template.title)}”)`, plain(hint ?? ''), plain(notes.join(' '))),
  };
}
