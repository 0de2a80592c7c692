import type { Project } from '../../workspace/project.ts';
import type { CompletionItem } from '../completion.ts';

/** In a Markdown file that is no case: the skeleton of a new one, if there is nothing else yet; otherwise nothing. */
export function completeOutsideCase(_text: string, _offset: number, _project: Project): CompletionItem[] {
  return [];
}
