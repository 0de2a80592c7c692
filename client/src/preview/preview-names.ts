import type { FrameworkNames } from '../../../server/src/protocol.ts';

/** What the items of frameworks are called, as the server knows it. */
export interface PreviewNames {
  readonly frameworks: readonly FrameworkNames[];
  /** The ids of the frameworks that a case uses which names none. */
  readonly usual: readonly string[];
}

/** An item as a preview shows it. */
export interface PreviewItem {
  readonly id: string;
  readonly label: string;
  /** The number of the colour of its framework, from 1. */
  readonly colour: number;
}

/** A framework in the legend. */
export interface PreviewFramework {
  readonly title: string;
  readonly colour: number;
}

/** The frameworks of one case, in its order, with ways to their items. */
export interface PreviewFrameworks {
  readonly frameworks: readonly PreviewFramework[];
  readonly byId: ReadonlyMap<string, PreviewItem>;
  /** By heading, in the form in which headings are compared. */
  readonly byHeading: ReadonlyMap<string, PreviewItem>;
}

/**
 * The frameworks that a case uses.
 * @param named the ids that its front matter names; undefined when it has no such key
 * @param colours how many colours there are
 */
export function frameworksOfCase({ frameworks, usual }: PreviewNames, named: readonly string[] | undefined, colours: number): PreviewFrameworks {
  const used = [...new Set(named ?? usual)].flatMap((id) => frameworks.find((framework) => framework.id === id) ?? []);
  const byId = new Map<string, PreviewItem>();
  const byHeading = new Map<string, PreviewItem>();
  const shown = used.map(({ title, items }, index): PreviewFramework => {
    const colour = (index % colours) + 1;
    for (const { id, label, headings } of items) {
      const item = { id, label, colour };
      if (!byId.has(id)) byId.set(id, item);
      for (const heading of headings) if (!byHeading.has(heading)) byHeading.set(heading, item);
    }
    return { title, colour };
  });
  return { frameworks: shown, byId, byHeading };
}
