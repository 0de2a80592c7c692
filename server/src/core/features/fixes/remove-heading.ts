import type { Section } from '../../model/case-model.ts';
import { languageOf, templateOf } from '../../rules/template.ts';
import { encloses, type Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { notesOn } from '../section-notes.ts';
import { suppressionLimit } from '../section-place.ts';
import { planSections, type PlannedSection } from '../section-plan.ts';
import { promptComment } from '../section-text.ts';
import { wholeLines } from '../yaml-places.ts';
import type { Fixer } from './fixer.ts';

/**
 * Removes a heading under which nothing is written, with the hints that came with it. Comments of the author's own stay.
 * Not offered for a heading that the template requires: it would be missing.
 */
export const removeHeading: Fixer = (analysis, { span }) => {
  const section = analysis.model.sections.find(({ headingSpan }) => encloses(headingSpan, span));
  if (!section || isRequired(analysis, section)) return [];
  return [{ title: `Remove the heading “${section.heading}”`, edits: [{ span: spanOf(analysis, section), newText: '' }], preferred: false }];
};

function isRequired(analysis: CaseAnalysis, section: Section): boolean {
  return (
    templateOf(analysis) !== undefined &&
    planSections(analysis).some(({ present, sections, optional }) => present === section && sections.length > 0 && !optional)
  );
}

/** Everything that an inserted section may hold as comments. */
function promptsOf(slot: PlannedSection, language: string | undefined): readonly string[] {
  return [...slot.prompts, ...slot.alternatives.flatMap(({ prompts }) => prompts), ...notesOn(slot, language)];
}

/** The heading with the comments that switch rules off for it, what is its own below it, and the blank lines up to the next text. */
function spanOf(analysis: CaseAnalysis, { headingSpan, bodySpan }: Section): Span {
  const { text, model } = analysis;
  const hints = new Set(planSections(analysis).flatMap((slot) => promptsOf(slot, languageOf(analysis)).map(promptComment)));
  const below = model.comments.filter((comment) => encloses(bodySpan, comment.span));
  const others = below.find((comment) => !hints.has(text.slice(comment.span.start, comment.span.end)));
  const start = wholeLines(text, { start: suppressionLimit(analysis)(headingSpan.start), end: headingSpan.end }).start;
  const end = others ? wholeLines(text, { start: others.span.start, end: others.span.start }).start : bodySpan.end;
  if (end < text.length) return { start, end };
  // At the end of a file, the blank lines before the heading go with it.
  const before = text.slice(0, start).trimEnd().length;
  return { start: before + (/^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(before))?.[0].length ?? 0), end };
}
