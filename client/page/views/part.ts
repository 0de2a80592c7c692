import { el, type Children, type ElementView } from '../dom/element.ts';

/**
 * A part of some details, under a heading of its own.
 * @param level of the heading: one below that of the details
 */
export function part(level: 'h3' | 'h4', key: string, title: string, ...children: readonly Children[]): ElementView {
  return el('section', { key, class: `part part-${key}` }, el(level, {}, title), children);
}

/** A button that looks like a link: it goes to a place. */
export function link(text: string, click: () => void, label?: string): ElementView {
  return el('button', { class: 'link', 'aria-label': label, click }, text);
}

/** Text for screen readers, beside what is for the eye only. */
export function unseen(text: string): ElementView {
  return el('span', { class: 'unseen' }, text);
}
