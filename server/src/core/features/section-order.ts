import type { Template, TemplateSection } from '../config/template-schema.ts';
import type { FrameworkItem, FrameworkSet } from '../frameworks/framework-set.ts';
import { labelKey } from '../text/label.ts';

/** A section that the template describes itself. */
export type OwnSection = Exclude<TemplateSection, { items: unknown }>;

/** A place in the order of sections: a section of the template's own, or the section of an item. */
export type SectionPlace =
  | { readonly own: OwnSection; readonly item?: never }
  /** `isAsked`: the template wants a section for it, and not just text somewhere. */
  | { readonly own?: never; readonly item: FrameworkItem; readonly isAsked: boolean };

/**
 * The sections of a case in the order of its template, with one for each item of its frameworks. Items for which the
 * template has no place come before its last section.
 */
export function orderSections(template: Template | undefined, frameworks: FrameworkSet): SectionPlace[] {
  const sections = template?.sections ?? [];
  const named = new Set(sections.flatMap((section) => ('items' in section && section.items !== 'all' ? section.items : [])));
  const placed = new Set<FrameworkItem>();
  const placeItems = (items: readonly FrameworkItem[], isAsked: boolean): SectionPlace[] => {
    const open = items.filter((item) => !placed.has(item));
    for (const item of open) placed.add(item);
    return open.map((item) => ({ item, isAsked }));
  };
  const order = sections.flatMap((section): SectionPlace[] => {
    if (!('items' in section)) return [{ own: section }];
    const { items, optional } = section;
    if (items === 'all')
      return placeItems(
        frameworks.items.filter(({ item }) => !named.has(item.id)),
        !optional,
      );
    return placeItems(
      items.flatMap((id) => frameworks.byId.get(id) ?? []),
      !optional,
    );
  });
  const others = placeItems(frameworks.items, false);
  const end = order.at(-1)?.own ? order.length - 1 : order.length;
  return [...order.slice(0, end), ...others, ...order.slice(end)];
}

/** The heading of an item's section. It marks the section by itself, unless it could mean another item: then it is tagged. */
export function itemHeading(entry: FrameworkItem, frameworks: FrameworkSet): string {
  const { id, label } = entry.item;
  return frameworks.byLabel.get(labelKey(label)) === entry ? label : `${label} :${id}`;
}
