import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { CompletionItem } from '../completion.ts';
import { completeAttribute } from './attributes.ts';
import { completeCitation } from './citations.ts';
import { inOrder, type Draft } from './draft.ts';
import { completeFrontMatter } from './front-matter.ts';
import { completeHeading } from './headings.ts';
import { completeItem } from './items.ts';

/** What an author may want to insert at `offset` of a case; empty where nothing sensible can be offered. */
export function complete(analysis: CaseAnalysis, offset: number): CompletionItem[] {
  const { frontMatter } = analysis.model.syntax;
  const isInFrontMatter = offset < analysis.model.bodyStart || (frontMatter?.closed === false && offset <= frontMatter.content.end);
  return inOrder(isInFrontMatter ? completeFrontMatter(analysis, offset) : completeBody(analysis, offset));
}

function completeBody(analysis: CaseAnalysis, offset: number): Draft[] {
  const { text, model } = analysis;
  const isQuoted = [...model.code, ...model.comments.map(({ span }) => span)].some((span) => offset > span.start && offset < span.end);
  if (isQuoted || isInOpenFence(analysis, offset)) return [];
  const before = text.slice(model.bodyStart, offset);
  const paragraph =
    before
      .slice(-MAX_PARAGRAPH)
      .split(/\r?\n[ \t]*\r?\n/)
      .at(-1) ?? '';
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return (
    completeAttribute(analysis, paragraph, offset) ??
    completeCitation(analysis, paragraph, offset) ??
    completeItem(analysis, line, offset) ??
    completeHeading(analysis, line, offset) ??
    []
  );
}

/** How far back an open brace or bracket is looked for. */
const MAX_PARAGRAPH = 5000;

/** Whether the cursor is at the very end of code or a comment that is still open. */
function isInOpenFence({ text, model }: CaseAnalysis, offset: number): boolean {
  const isOpenCode = model.code.some((span) => {
    const code = text.slice(span.start, span.end);
    const fence = /^(?:`{3,}|~{3,})/.exec(code)?.[0];
    return span.end === offset && fence !== undefined && !new RegExp(`[\\r\\n][ \\t]*${fence}\\S*[ \\t]*$`).test(code);
  });
  return isOpenCode || model.comments.some(({ span }) => span.end === offset && !text.slice(span.start, span.end).endsWith('-->'));
}
