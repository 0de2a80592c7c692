import { fieldPath } from '../model/case-model.ts';
import { frontMatterSchema } from '../model/front-matter-schema.ts';
import { knownKeys, schemaAt } from '../syntax/schema-at.ts';
import { nodeAt, type YamlPath } from '../syntax/yaml-node.ts';
import { nearest } from '../text/nearest.ts';
import type { FileProblem } from '../workspace/file-problem.ts';
import { loadYamlFile, type LoadedFile } from './load-yaml-file.ts';
import { headedSections, headingKeys } from './template-headings.ts';
import { templateSchema, type HeadedSection, type Template, type TemplateSection } from './template-schema.ts';

/** Something wrong in a template, and where. */
interface Slip {
  readonly path: YamlPath;
  readonly message: string;
}

/** A section with a heading, and where it stands in the template. */
interface PlacedSection {
  readonly section: HeadedSection;
  readonly path: YamlPath;
}

/**
 * Reads a case template. Never throws; every problem stands at the line it is about.
 * @param itemIds ids that `items` may name; undefined where they are not all known
 */
export function loadTemplate(uri: string, text: string, itemIds?: readonly string[]): LoadedFile<Template> {
  const loaded = loadYamlFile(uri, text, templateSchema());
  const { value: template, root, problems } = loaded;
  if (!template) return loaded;
  const slips = [...unknownFields(template), ...sharedHeadings(template), ...(itemIds ? unknownItems(template, new Set(itemIds)) : [])];
  const found = slips.map(({ path, message }): FileProblem => ({ uri, span: nodeAt(root, path)?.span ?? { start: 0, end: 0 }, message }));
  return { ...loaded, problems: [...problems, ...found.sort((a, b) => a.span.start - b.span.start)] };
}

function unknownFields({ fields }: Template): Slip[] {
  return fields.flatMap((name, index): Slip[] => {
    const path = fieldPath(name);
    if (schemaAt(frontMatterSchema(), path)) return [];
    const group = path.slice(0, -1);
    const near = nearest(String(path.at(-1)), knownKeys(frontMatterSchema(), group));
    const meant = near === undefined ? '' : ` Did you mean “${[...group, near].join('.')}”?`;
    return [{ path: ['fields', index], message: `“${name}” is not a field of the front matter, so no case could ever fill it in.${meant}` }];
  });
}

/** Of two sections that one heading could mean, only the first would ever be found. */
function sharedHeadings(template: Template): Slip[] {
  const top = placesOf(template.sections, ['sections']);
  const groups = template.sections.flatMap((section, index) => ('sections' in section ? [placesOf(section.sections, ['sections', index, 'sections'])] : []));
  return [...sharedIn(top), ...groups.flatMap(sharedIn)];
}

function placesOf(sections: readonly TemplateSection[], path: YamlPath): PlacedSection[] {
  return sections.flatMap((place, index) =>
    headedSections(place).map((section, choice) => ({ section, path: 'one_of' in place ? [...path, index, 'one_of', choice] : [...path, index] })),
  );
}

function sharedIn(places: readonly PlacedSection[]): Slip[] {
  const taken = new Map<string, HeadedSection>();
  return places.flatMap(({ section, path }): Slip[] => {
    const keys = headingKeys(section);
    const clash = keys.find((key) => taken.has(key));
    for (const key of keys) if (!taken.has(key)) taken.set(key, section);
    const other = clash === undefined ? undefined : taken.get(clash);
    if (clash === undefined || !other) return [];
    const message = `The heading “${clash}” already stands for the section “${other.heading}”, so “${section.heading}” could not be told from it. Give each section headings of its own.`;
    return [{ path, message }];
  });
}

function unknownItems({ sections }: Template, itemIds: ReadonlySet<string>): Slip[] {
  const lists = sections.flatMap((section, index) => [
    { section, path: ['sections', index] },
    ...('sections' in section ? section.sections.map((inner, place) => ({ section: inner, path: ['sections', index, 'sections', place] })) : []),
  ]);
  return lists.flatMap(({ section, path }) => {
    const ids = 'items' in section && section.items !== 'all' ? section.items : [];
    return ids.flatMap((id, index): Slip[] => {
      if (itemIds.has(id)) return [];
      const near = nearest(id, [...itemIds]);
      return [{ path: [...path, 'items', index], message: `No framework has an item “${id}”.${near === undefined ? '' : ` Did you mean “${near}”?`}` }];
    });
  });
}
