import type { Framework, FrameworkItem } from './framework-set.ts';
import type { Item, LINK_KINDS } from './pack-schema.ts';

type Link = Framework['links'][number];

/** How an arrow reads at the item it begins at, and at the one it ends at. */
const ARROWS: Readonly<Record<(typeof LINK_KINDS)[number], { readonly from: string; readonly to: string }>> = {
  influences: { from: 'Influences', to: 'Is influenced by' },
  moderates: { from: 'Moderates the influence on', to: 'The influence on it is moderated by' },
  reinforces: { from: 'Reinforces', to: 'Is reinforced by' },
  interacts: { from: 'Interacts with', to: 'Interacts with' },
  'feeds-back': { from: 'Feeds back into', to: 'Is fed by' },
};

/**
 * What a framework says of an item beyond the item itself, in words for authors: its traits, the whole it is a part of
 * and its own parts, and the arrows that begin or end at it. Plain text, a line each; none for a framework that is a list.
 */
export function relationsOf(entry: FrameworkItem): string[] {
  return [...traitLine(entry), ...wholeAndParts(entry), ...arrowLines(entry)];
}

function traitLine({ framework, item }: FrameworkItem): string[] {
  const facts = framework.traits.flatMap(({ id, label, values }) => {
    const own = values.filter((value) => item.traits[id]?.includes(value.id));
    return own.length === 0 ? [] : [`${label}: ${own.map((value) => value.label).join(', ')}`];
  });
  return facts.length === 0 ? [] : [facts.join(' · ')];
}

function wholeAndParts({ framework, item }: FrameworkItem): string[] {
  const whole = framework.items.find(({ id }) => id === item.parent);
  const parts = framework.items.filter(({ parent }) => parent === item.id);
  return [
    ...(whole ? [`Part of ${nameOf(whole)}`] : []),
    ...(parts.length === 0 ? [] : [`Its parts: ${parts.map(nameOf).join(', ')} (text about them counts here, too)`]),
  ];
}

interface Arrow {
  readonly phrase: string;
  readonly note: string | undefined;
  readonly other: Item;
}

/** The arrows at an item; those that say the same of several items share a line. */
function arrowLines(entry: FrameworkItem): string[] {
  const arrows = arrowsAt(entry);
  const alike = (arrow: Arrow): Arrow[] => arrows.filter(({ phrase, note }) => phrase === arrow.phrase && note === arrow.note);
  const first = arrows.filter((arrow) => alike(arrow)[0] === arrow);
  return first.map((arrow) => {
    const names = alike(arrow).map(({ other }) => nameOf(other));
    return `${arrow.phrase} ${names.join(', ')}${arrow.note === undefined ? '' : ` (${arrow.note})`}`;
  });
}

function arrowsAt({ framework, item }: FrameworkItem): Arrow[] {
  return framework.links.flatMap((link) => {
    const other = framework.items.find(({ id }) => id === otherEnd(link, item));
    const phrases = ARROWS[link.kind];
    return other ? [{ phrase: link.from === item.id ? phrases.from : phrases.to, note: link.note, other }] : [];
  });
}

function otherEnd({ from, to }: Link, { id }: Item): string | undefined {
  if (from === id) return to;
  return to === id ? from : undefined;
}

function nameOf({ id, label }: Item): string {
  return `${id} ${label}`;
}
