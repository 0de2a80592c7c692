import MarkdownIt from 'markdown-it';
import { COLOURS } from '../../client/src/marks/arrange-marks.ts';
import { marksPlugin } from '../../client/src/preview/marks-plugin.ts';
import type { PreviewNames } from '../../client/src/preview/preview-names.ts';
import { labelKey } from '../../server/src/core/text/label.ts';
import { analyse } from './workspace.ts';

/** What the server says of the built-in frameworks. */
export async function builtinNames(): Promise<PreviewNames> {
  const { project } = await analyse('---\ncase: one\n---\n');
  return {
    frameworks: [...project.frameworks.values()].map(({ id, title, items }) => ({
      id,
      title,
      items: items.map((item) => ({ id: item.id, label: item.label, headings: [item.label, ...item.aliases].map(labelKey) })),
    })),
    usual: [],
  };
}

/** markdown-it as VS Code sets it up for its preview, with our plugin. */
export function previewOf(names: PreviewNames | undefined): MarkdownIt {
  return marksPlugin(new MarkdownIt({ html: true, linkify: true }), { names: () => names, colours: COLOURS });
}
