import type { Template } from '../config/template-schema.ts';
import type { Framework } from '../frameworks/framework-set.ts';

/** The text of a new case. */
export function newCaseText(template: Template, frameworks: readonly Framework[], name: string, title: string): string {
  return `---\ncase: ${name}\ntitle: ${title}\nframeworks: [${frameworks.map((framework) => framework.id).join(', ')}]\n---\n\n# ${template.title}\n`;
}
