import { USUAL_TEMPLATE } from '../config/usual.ts';
import { DEEPEST } from '../config/template-headings.ts';
import type { Template } from '../config/template-schema.ts';
import { createFrameworkSet, type Framework } from '../frameworks/framework-set.ts';
import { fieldPath } from '../model/case-model.ts';
import { frontMatterSchema } from '../model/front-matter-schema.ts';
import { schemaAt } from '../syntax/schema-at.ts';
import type { YamlPath } from '../syntax/yaml-node.ts';
import type { Project } from '../workspace/project.ts';
import { sectionSlots, type SectionSlot } from './section-order.ts';
import { notesOn } from './section-notes.ts';
import { sectionText } from './section-text.ts';
import { yamlInFlow, yamlScalar } from './yaml-text.ts';

/** What a new case begins with. */
export interface NewCase {
  /** The value of `case`. */
  readonly name: string;
  readonly title: string;
  readonly template: Template;
  /** What the case calls its template; undefined where it need not name it. */
  readonly templateName: string | undefined;
  readonly frameworks: readonly Framework[];
  /** The language of headings and hints; undefined for the template's own. */
  readonly language: string | undefined;
}

/**
 * The text of a new case: the fields that the template asks for, each with what belongs there as a comment, and its
 * sections with their hints and the items' questions. It has gaps, which Casewright will name one by one, but no error.
 */
export function newCaseText({ name, title, template, templateName, frameworks, language }: NewCase): string {
  const given = [
    `case: ${yamlScalar(name)}`,
    `title: ${yamlScalar(title)}`,
    ...(language === undefined || language === template.lang ? [] : [`lang: ${yamlScalar(language)}`]),
    ...(templateName === undefined ? [] : [`template: ${yamlScalar(templateName)}`]),
    `frameworks: [${frameworks.map((framework) => yamlScalar(framework.id)).join(', ')}]`,
  ];
  const taken = given.map((line) => line.split(':', 1)[0]);
  const fields = template.fields.map(fieldPath).filter(([first]) => !taken.includes(String(first)));
  const body = sectionSlots(template, createFrameworkSet(frameworks), language).map((slot) => {
    const prompts = [...slot.prompts, ...notesOn(slot, language)];
    return `${sectionText({ heading: slot.heading, prompts }, Math.min(2 + levelOf(slot), DEEPEST), '\n')}\n`;
  });
  return `---\n${[...given, ...fieldLines(fields, [])].join('\n')}\n---\n\n${body.join('')}`.replace(/\n+$/, '\n');
}

/** What a new case must call its template; undefined for the one that it follows anyway. */
export function templateNameIn({ config, templates }: Project, name: string): string | undefined {
  return name === (config.template ?? USUAL_TEMPLATE) || !templates.has(name) ? undefined : name;
}

function levelOf({ within }: SectionSlot): number {
  return within ? levelOf(within) + 1 : 0;
}

/** The fields below `above` as YAML without values; the description of each stands behind it, and rows of a list below it. */
function fieldLines(fields: readonly YamlPath[], above: YamlPath): string[] {
  const depth = above.length;
  const indent = '  '.repeat(depth);
  const keys = [...new Set(fields.flatMap((path) => (path.length > depth ? [String(path[depth])] : [])))];
  return keys.flatMap((key) => {
    const path = [...above, key];
    const below = fields.filter((field) => field[depth] === key && field.length > depth + 1);
    if (below.length > 0) return [`${indent}${key}:`, ...fieldLines(below, path)];
    const place = schemaAt(frontMatterSchema(), path);
    const rows = place?.isList ? place.examples.map((example) => `${indent}  # - ${yamlInFlow(example)}`) : [];
    return [`${indent}${key}:${place?.description ? ` # ${place.description}` : ''}`, ...rows];
  });
}
