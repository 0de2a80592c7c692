import { usualFirst } from '../../config/usual.ts';
import type { Project } from '../../workspace/project.ts';
import { lineEndingOf } from '../../text/text-edit.ts';
import type { CompletionItem } from '../completion.ts';
import { choice } from '../snippet-text.ts';
import { inOrder } from './draft.ts';

/** In a Markdown file that is no case: the skeleton of a new one, if there is nothing else yet; otherwise nothing. */
export function completeOutsideCase(text: string, offset: number, project: Project): CompletionItem[] {
  const written = text.replace(/^\uFEFF/, '');
  if (!/^-{0,3}\s*$|^---\s+---\s*$/.test(written) || !/^\s*-{0,3}\s*$/.test(text.slice(0, offset).replace(/^\uFEFF/, ''))) return [];
  const eol = lineEndingOf(text);
  // An edit may not reach over a line end, so what stands on other lines is taken out by a second one.
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, text.length - written.length);
  const lineEnd = offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const others = [
    { span: { start: text.length - written.length, end: lineStart }, newText: '' },
    { span: { start: lineEnd, end: text.length }, newText: '' },
  ].filter(({ span }) => span.end > span.start);
  return inOrder([
    {
      label: 'New case',
      kind: 'snippet',
      detail: 'front matter of a case study',
      documentation: 'The fields that make this file a case: its name, its title, the frameworks it addresses and its first source.',
      edit: { span: { start: lineStart, end: lineEnd }, newText: skeleton(project).join(eol) },
      isSnippet: true,
      filterText: `${text.slice(lineStart, lineEnd)}New case`,
      ...(others.length === 0 ? {} : { additionalEdits: others }),
    },
  ]);
}

function skeleton({ defaultFrameworks, frameworks }: Project): string[] {
  const named = defaultFrameworks.length > 0 ? [] : [`frameworks: [${choice(3, usualFirst(frameworks.keys()))}]`];
  return [
    '---',
    'case: ${1:short-name}',
    'title: ${2:Title of the case}',
    ...named,
    'sources:',
    '  - {id: ${4:int-1}, kind: interview, informant: ${5:role}}',
    '---',
    '',
    '$0',
    '',
  ];
}
