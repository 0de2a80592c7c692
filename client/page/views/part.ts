import { el, type Children, type ElementView } from '../dom/element.ts';

/** A part of some details, under a heading of its own. */
export function part(key: string, title: string, ...children: readonly Children[]): ElementView {
  return el('section', { key, class: `part-${key}` }, el('h4', {}, title), children);
}

/** A button that looks like a link: it goes to a place. */
export function link(text: string, click: () => void, label?: string): ElementView {
  return el('button', { class: 'link', 'aria-label': label, click }, text);
}
