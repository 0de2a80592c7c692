import { isHeadedBy, wordsIn } from '../../config/template-headings.ts';
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
  const slot = planSections(analysis).find(({ sections }) => sections.some((own) => isHeadedBy(own, section)));
  const own = slot?.sections.find((candidate) => isHeadedBy(candidate, section));
  if (!slot || !own) return undefined;
  const { heading, hint } = wordsIn(own, languageOf(analysis));
  const notes = notesOn({ ...slot, alternatives: [] }, undefined);
  return {
    span: section.textSpan,
    markdown: blocks(`**${plain(heading)}** (section of the template “${plain(template.title)}”)`, plain(hint ?? ''), plain(notes.join(' '))),
  };
}
