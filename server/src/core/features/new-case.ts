import type { Template } from '../config/template-schema.ts';
import { createFrameworkSet, type Framework } from '../frameworks/framework-set.ts';
import { fieldPath } from '../model/case-model.ts';
import { frontMatterSchema } from '../model/front-matter-schema.ts';
import { schemaAt } from '../syntax/schema-at.ts';
import type { YamlPath } from '../syntax/yaml-node.ts';
import { sectionSlots, type SectionSlot } from './section-order.ts';
import { sectionText } from './section-text.ts';
import { yamlScalar } from './yaml-text.ts';

/**
 * The text of a new case: the fields that the template asks for, each with what belongs there as a comment, and its
 * sections with their hints and the items' questions. It has gaps, which Casewright will name one by one, but no error.
 * @param name the value of `case`
 */
export function newCaseText(template: Template, frameworks: readonly Framework[], name: string, title: string): string {
  const sections = sectionSlots(template, createFrameworkSet(frameworks));
  const given = [
    `case: ${yamlScalar(name)}`,
    `title: ${yamlScalar(title)}`,
    `frameworks: [${frameworks.map((framework) => yamlScalar(framework.id)).join(', ')}]`,
  ];
  const fields = template.fields.map(fieldPath).filter(([first]) => first !== 'case' && first !== 'title' && first !== 'frameworks');
  const body = sections.map((section) => `${sectionText({ heading: section.heading, prompts: promptsOf(section) }, 2, '\n')}\n`).join('');
  return `---\n${[...given, ...fieldLines(fields, [])].join('\n')}\n---\n\n${body}`.replace(/\n+$/, '\n');
}

/** The fields below `above` as YAML without values; the description of each stands behind it. */
function fieldLines(fields: readonly YamlPath[], above: YamlPath): string[] {
  const depth = above.length;
  const indent = '  '.repeat(depth);
  const keys = [...new Set(fields.flatMap((path) => (path.length > depth ? [String(path[depth])] : [])))];
  return keys.flatMap((key) => {
    const path = [...above, key];
    const below = fields.filter((field) => field[depth] === key && field.length > depth + 1);
    const place = schemaAt(frontMatterSchema, path);
    const comment = below.length === 0 && place?.description ? ` # ${place.description}` : '';
    const example = key === 'sources' && depth === 0 ? ['  # - {id: int-ceo, kind: interview, informant: CEO, date: 2011-12-01}'] : [];
    return [`${indent}${key}:${comment}`, ...example, ...fieldLines(below, path)];
  });
}

/** What belongs in a section, and whether it may be left out. */
function promptsOf({ item, prompts, optional }: SectionSlot): readonly string[] {
  return item || !optional ? prompts : [...prompts, 'This section may be left out.'];
}
