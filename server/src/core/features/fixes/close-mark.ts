import { encloses } from '../../text/span.ts';
import { lineEndingOf } from '../../text/text-edit.ts';
import type { Fixer } from './fixer.ts';

/** Closes a block mark behind the first paragraph in it, where its author most likely stopped thinking of it. */
export const closeMark: Fixer = ({ model, text }, { span }) => {
  const directive = model.directives.find((candidate) => candidate.form === 'container' && candidate.span.start === span.start);
  if (!directive) return [];
  const paragraph = model.paragraphs.find((candidate) => directive.content && encloses(directive.content, candidate));
  const end = paragraph?.end ?? directive.nameSpan.end + (/^[^\r\n]*/.exec(text.slice(directive.nameSpan.end))?.[0].length ?? 0);
  const colons = text.slice(directive.span.start, directive.nameSpan.start);
  return [
    { title: 'Close the mark behind its first paragraph', edits: [{ span: { start: end, end }, newText: `${lineEndingOf(text)}${colons}` }], preferred: true },
  ];
};
