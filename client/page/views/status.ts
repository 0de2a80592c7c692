import type { Severity } from '../../../server/src/core/config/config-schema.ts';
import type { Status } from '../../../server/src/core/model/vocabulary.ts';
import type { StatusCounts } from '../../../server/src/core/report/summary-view.ts';
import { el, type ElementView } from '../dom/element.ts';
import { countsInWords, spoken, STATUS_ORDER } from '../words.ts';

/** The outlines of the icons, on 16 by 16. Each status has a shape of its own: colour only helps. */
const SHAPES: Readonly<Record<Status, readonly ElementView[]>> = {
  missing: [ring()],
  thin: [ring(), el('path', { d: 'M8 2a6 6 0 0 0 0 12z', fill: 'currentColor' })],
  addressed: [el('circle', { cx: 8, cy: 8, r: 6.5, fill: 'currentColor' })],
  evidenced: [ring(), tick('tick')],
  triangulated: [el('circle', { cx: 8, cy: 8, r: 6.5, fill: 'currentColor' }), tick('tick on-filled')],
  'not-applicable': [ring(), el('path', { d: 'M4 12 12 4', stroke: 'currentColor', 'stroke-width': 1.5 })],
};

function ring(): ElementView {
  return el('circle', { cx: 8, cy: 8, r: 6, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.3 });
}

function tick(className: string): ElementView {
  return el('path', { class: className, d: 'M5 8.3 7.2 10.5 11.2 5.8', fill: 'none', 'stroke-width': 1.6 });
}

/** A status as a shape; the word beside it says the same. */
export function statusIcon(status: Status): ElementView {
  return el('svg', { class: `icon ${status}`, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, SHAPES[status]);
}

/** A status as shape and word. */
export function statusChip(status: Status): ElementView {
  return el('span', { class: 'chip' }, statusIcon(status), spoken(status));
}

/** A severity as shape and colour; the words beside it say the same. */
export function severityIcon(severity: Severity): ElementView {
  const shape = {
    error: [el('circle', { cx: 8, cy: 8, r: 6, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.3 }), line('M5.5 5.5 10.5 10.5M10.5 5.5 5.5 10.5')],
    warning: [el('path', { d: 'M8 2 14.5 13.5H1.5z', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.3 }), line('M8 6v4M8 11.2v1.2')],
    info: [el('circle', { cx: 8, cy: 8, r: 6, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.3 }), line('M8 7v4.5M8 4.5v1.3')],
  };
  return el('svg', { class: `icon severity-${severity}`, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, shape[severity]);
}

function line(d: string): ElementView {
  return el('path', { d, stroke: 'currentColor', 'stroke-width': 1.3 });
}

/** The fillings of the bars, once a page: each status has a texture of its own, from full to empty. */
export function fillings(): ElementView {
  const textures: Readonly<Record<Status, string>> = {
    triangulated: 'M0 0H6V6H0z',
    evidenced: 'M0 0H6V3H0z',
    addressed: 'M0 0H2V6H0z',
    thin: 'M0 0H2V2H0z',
    missing: '',
    'not-applicable': 'M0 0H1V6H0zM0 0H6V1H0z',
  };
  return el(
    'svg',
    { class: 'fillings', width: 0, height: 0, 'aria-hidden': 'true' },
    STATUS_ORDER.map((status) =>
      el(
        'pattern',
        { key: status, id: `fill-${status}`, class: status, patternUnits: 'userSpaceOnUse', width: 6, height: 6, patternTransform: 'rotate(45)' },
        el('path', { d: textures[status], fill: 'currentColor' }),
      ),
    ),
  );
}

/** How the items of a framework stand: a bar whose parts are as long as their counts, and what the parts mean. */
export function statusBar(counts: StatusCounts, total: number): ElementView[] {
  const present = STATUS_ORDER.filter((status) => counts[status] > 0);
  let before = 0;
  const parts = present.map((status) => {
    const x = `${(before / total) * 100}%`;
    before += counts[status];
    return el('rect', { key: status, class: 'part', fill: `url(#fill-${status})`, x, y: 0, width: `${(counts[status] / total) * 100}%`, height: '100%' });
  });
  const label = `${total} items: ${countsInWords(counts)}`;
  return [
    el('svg', { class: 'bar', role: 'img', 'aria-label': label }, parts),
    el(
      'ul',
      { class: 'legend', 'aria-hidden': 'true' },
      present.map((status) => el('li', { key: status }, statusIcon(status), `${counts[status]} ${spoken(status)}`)),
    ),
  ];
}
