import type { FindingSummary, MarkSummary, SourceSummary } from '../../../server/src/core/report/summary-view.ts';
import type { Range } from '../../../server/src/core/text/line-index.ts';
import { el, type Children, type ElementView } from '../dom/element.ts';
import { count, spoken } from '../words.ts';
import { link } from './part.ts';

/** Shows a place of a case in the editor. */
export type Open = (range: Range) => void;

/** The marked text on an item, mark by mark. */
export function marksView(list: readonly MarkSummary[], open: Open): ElementView {
  if (list.length === 0) return el('p', { class: 'none' }, 'Nothing is marked as being about it yet.');
  return el(
    'ul',
    {},
    list.map((mark) => {
      const go = (): void => {
        open(mark.range);
      };
      const facts = [PLACES[mark.form], count(mark.words, 'word'), ...mark.stances];
      const text = mark.excerpt === '' ? 'No text yet' : `“${mark.excerpt}”`;
      const note = mark.note === null ? null : el('span', { class: 'note' }, ` Note: ${mark.note}`);
      return el('li', {}, link(text, go), ' ', el('span', { class: 'quiet' }, facts.join(' · ')), note);
    }),
  );
}

const PLACES: Readonly<Record<MarkSummary['form'], string>> = {
  text: 'marked text',
  paragraph: 'paragraph',
  section: 'section',
  heading: 'section with its heading',
  container: 'marked block',
};

/** The sources that the text on an item cites, each with where it is declared and where it is cited. */
export function sourcesView(list: readonly SourceSummary[], open: Open): ElementView {
  if (list.length === 0) return el('p', { class: 'none' }, 'No source is cited for it yet.');
  return el(
    'ul',
    {},
    list.map((source) => el('li', { key: source.id }, sourceName(source, open), ' ', el('span', { class: 'quiet' }, kindOf(source)), citations(source, open))),
  );
}

function sourceName(source: SourceSummary, open: Open): ElementView {
  const name = source.title === null ? source.id : `${source.id}: ${source.title}`;
  const { declaredAt } = source;
  if (!declaredAt) return el('span', {}, name);
  return link(name, () => {
    open(declaredAt);
  });
}

function kindOf(source: SourceSummary): string {
  const kind = source.kind === null ? '' : spoken(source.kind);
  return source.declaredAt ? kind : [kind, 'not declared in this case'].filter(Boolean).join(' · ');
}

function citations(source: SourceSummary, open: Open): Children {
  const total = source.citedAt.length;
  const buttons = source.citedAt.map((range, index) => {
    const go = (): void => {
      open(range);
    };
    const label = `Citation ${index + 1} of ${total} of ${source.id}, line ${range.start.line + 1}`;
    return [index === 0 ? '' : ', ', link(`line ${range.start.line + 1}`, go, label)];
  });
  return buttons.length === 0 ? null : el('span', { class: 'quiet citations' }, 'cited in ', buttons);
}

/**
 * What a case concludes on an item, and why.
 * @param means what the framework says that the value means; null when it does not say
 */
export function findingView(finding: FindingSummary | null, open: Open, means: string | null = null): ElementView {
  if (!finding) return el('p', { class: 'none' }, 'The case draws no conclusion on it yet.');
  const go = (): void => {
    open(finding.range);
  };
  const said = [finding.value, finding.verdict === null ? null : spoken(finding.verdict)].filter((word) => word !== null).join(', ');
  return el(
    'p',
    {},
    link(said === '' ? 'Neither value nor verdict' : said, go),
    means === null ? null : el('span', { class: 'quiet means' }, ` (${means})`),
    ' ',
    finding.because === null ? el('span', { class: 'none' }, 'No reason is given.') : el('span', { class: 'because' }, `because: ${finding.because}`),
  );
}
