import type { Fit, ItemFit, Outcome } from '../../../server/src/core/coverage/pattern-match.ts';
import { el, type ElementView } from '../dom/element.ts';
import { link, unseen } from './part.ts';

/** What the views of a fit need to know of an item, and can ask for. */
export interface FitItem {
  readonly label: string;
  /** Goes to its finding, else to its text; null when there is no place to go. */
  readonly go: (() => void) | null;
}

/** What was found comes before what cannot be compared. */
const ORDER: readonly Outcome[] = ['agrees', 'contradicts', 'silent'];

const SHAPES: Readonly<Record<Outcome, string>> = { agrees: 'M3.5 8.5 6.5 11.5 12.5 4.5', contradicts: 'M4 4 12 12M12 4 4 12', silent: 'M4 8H12' };

/** How an item bears on a theory, as a shape; the word beside it says the same. */
export function outcomeIcon(outcome: Outcome): ElementView {
  const shape = el('path', { d: SHAPES[outcome], fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6 });
  return el('svg', { class: `icon ${outcome}`, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, shape);
}

/** "3 agree", "1 contradicts", "2 silent", each with its shape; a screen reader hears a comma where the eye sees a space. */
export function fitCounts(fit: Readonly<Record<Outcome, number>>): ElementView[] {
  return ORDER.map((outcome, index) => {
    const comma = index < ORDER.length - 1 ? unseen(', ') : null;
    return el('span', { key: outcome, class: 'chip' }, outcomeIcon(outcome), outcomeInWords(outcome, fit[outcome]), comma);
  });
}

/** Every item of the framework with how it counts and why: the arithmetic behind a fit, each line a way to the finding. */
export function fitItems(fit: Fit, itemOf: (id: string) => FitItem): ElementView {
  const inOrder = ORDER.flatMap((outcome) => fit.items.filter((item) => item.outcome === outcome));
  return el(
    'ul',
    { class: 'fit-items' },
    inOrder.map((item) => fitItem(item, itemOf(item.item))),
  );
}

function fitItem({ item, outcome, because }: ItemFit, { label, go }: FitItem): ElementView {
  const name = `${item} ${label}`;
  return el(
    'li',
    { key: item },
    outcomeIcon(outcome),
    el('span', {}, go ? link(name, go) : el('span', {}, name), ' ', el('span', { class: 'quiet' }, `${outcome}: ${because}`)),
  );
}

function outcomeInWords(outcome: Outcome, number: number): string {
  const verb = number === 1 ? outcome : outcome.replace(/s$/, '');
  return `${number} ${verb}`;
}
