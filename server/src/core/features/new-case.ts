import { stringify } from 'yaml';
import type { Template, TemplateSection } from '../config/template-schema.ts';
import { createFrameworkSet, type Framework, type FrameworkItem, type FrameworkSet } from '../frameworks/framework-set.ts';
import { fieldPath } from '../model/case-model.ts';
import { frontMatterSchema } from '../model/front-matter-schema.ts';
import { schemaAt } from '../syntax/schema-at.ts';
import type { YamlPath } from '../syntax/yaml-node.ts';
import { labelKey } from '../text/label.ts';
import { sectionText } from './section-text.ts';

/**
 * The text of a new case: the fields that the template asks for, each with what belongs there as a comment, and its
 * sections with their hints and the items' questions. It has gaps, which Casewright will name one by one, but no error.
 * @param name the value of `case`
 */
export function newCaseText(template: Template, frameworks: readonly Framework[], name: string, title: string): string {
  const sections = sectionsOf(template, createFrameworkSet(frameworks));
  const given = [`case: ${yamlText(name)}`, `title: ${yamlText(title)}`, `frameworks: [${frameworks.map((framework) => yamlText(framework.id)).join(', ')}]`];
  const fields = template.fields.map(fieldPath).filter(([first]) => first !== 'case' && first !== 'title' && first !== 'frameworks');
  const body = sections.map((section) => `${sectionText(section, 2, '\n')}\n`).join('');
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

interface NewSection {
  readonly heading: string;
  readonly prompts: readonly string[];
}

/** The template's sections in order; items for which it has no place come before its last section. */
function sectionsOf(template: Template, frameworks: FrameworkSet): NewSection[] {
  const placed = new Set<FrameworkItem>();
  const sectionOf = (item: FrameworkItem): NewSection[] => {
    if (placed.has(item)) return [];
    placed.add(item);
    return [itemSection(item, frameworks)];
  };
  const named = new Set(template.sections.flatMap((section) => ('items' in section && section.items !== 'all' ? section.items : [])));
  const parts = template.sections.map((section) => {
    if (!('items' in section)) return [namedSection(section)];
    const items =
      section.items === 'all' ? frameworks.items.filter(({ item }) => !named.has(item.id)) : section.items.flatMap((id) => frameworks.byId.get(id) ?? []);
    return items.flatMap(sectionOf);
  });
  const last = template.sections.at(-1);
  const closing = last && !('items' in last) ? parts.splice(-1) : [];
  return [...parts.flat(), ...frameworks.items.flatMap(sectionOf), ...closing.flat()];
}

function namedSection({ heading, hint, optional }: Exclude<TemplateSection, { items: unknown }>): NewSection {
  return { heading, prompts: [...(hint === undefined ? [] : [hint]), ...(optional ? ['This section may be left out.'] : [])] };
}

/** The heading marks the section by itself, unless it could as well mean another item: then it is tagged. */
function itemSection(entry: FrameworkItem, frameworks: FrameworkSet): NewSection {
  const { id, label, questions } = entry.item;
  return { heading: frameworks.byLabel.get(labelKey(label)) === entry ? label : `${label} :${id}`, prompts: questions };
}

/** Text as a YAML value in one line, quoted where YAML would read something else. */
function yamlText(text: string): string {
  return stringify(text.replace(/\s+/g, ' ').trim(), { lineWidth: 0 }).trimEnd();
}
