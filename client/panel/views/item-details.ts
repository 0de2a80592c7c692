import type { FindingSummary, ItemSummary, MarkSummary, SourceSummary } from '../../../server/src/core/report/summary-view.ts';
import { el, type Children, type ElementView } from '../../page/dom/element.ts';
import type { Actions } from './actions.ts';
import { count, spoken } from '../../page/words.ts';

/** What is known of an item, down to the text that each number counts. */
export function itemDetails(item: ItemSummary, actions: Actions): ElementView[] {
  const go = (): void => {
    actions.open(item.range);
  };
  return [
    el(
      'p',
      { key: 'why', class: 'why' },
      item.why,
      ' ',
      el('button', { class: 'link', click: go }, item.marks.length > 0 ? 'Go to the text' : 'Go to the framework'),
    ),
    part('about', 'What it is about', el('p', {}, item.statement), questions(item.questions)),
    part('marks', 'In the text', marks(item.marks, actions)),
    part('sources', 'Sources', sources(item.sources, actions)),
    part('finding', 'Finding', finding(item.finding, actions)),
  ];
}

function part(key: string, title: string, ...children: readonly Children[]): ElementView {
  return el('section', { key, class: `part-${key}` }, el('h4', {}, title), children);
}

function questions(texts: readonly string[]): ElementView | null {
  if (texts.length === 0) return null;
  return el(
    'ul',
    { class: 'questions' },
    texts.map((text) => el('li', {}, text)),
  );
}

function marks(list: readonly MarkSummary[], actions: Actions): Children {
  if (list.length === 0) return el('p', { class: 'none' }, 'Nothing is marked as being about it yet.');
  return el(
    'ul',
    {},
    list.map((mark) => {
      const open = (): void => {
        actions.open(mark.range);
      };
      const facts = [PLACES[mark.form], count(mark.words, 'word'), ...mark.stances];
      const text = mark.excerpt === '' ? 'No text yet' : `“${mark.excerpt}”`;
      return el('li', {}, el('button', { class: 'link', click: open }, text), ' ', el('span', { class: 'quiet' }, facts.join(' · ')));
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

function sources(list: readonly SourceSummary[], actions: Actions): Children {
  if (list.length === 0) return el('p', { class: 'none' }, 'No source is cited for it yet.');
  return el(
    'ul',
    {},
    list.map((source) =>
      el('li', { key: source.id }, sourceName(source, actions), ' ', el('span', { class: 'quiet' }, kindOf(source)), citations(source, actions)),
    ),
  );
}

function sourceName(source: SourceSummary, actions: Actions): ElementView {
  const name = source.title === null ? source.id : `${source.id}: ${source.title}`;
  const { declaredAt } = source;
  if (!declaredAt) return el('span', {}, name);
  const open = (): void => {
    actions.open(declaredAt);
  };
  return el('button', { class: 'link', click: open }, name);
}

function kindOf(source: SourceSummary): string {
  const kind = source.kind === null ? '' : spoken(source.kind);
  return source.declaredAt ? kind : [kind, 'not declared in this case'].filter(Boolean).join(' · ');
}

function citations(source: SourceSummary, actions: Actions): Children {
  const total = source.citedAt.length;
  const buttons = source.citedAt.map((range, index) => {
    const open = (): void => {
      actions.open(range);
    };
    const label = `Citation ${index + 1} of ${total} of ${source.id}, line ${range.start.line + 1}`;
    return [index === 0 ? '' : ', ', el('button', { class: 'link', 'aria-label': label, click: open }, `line ${range.start.line + 1}`)];
  });
  return buttons.length === 0 ? null : el('span', { class: 'quiet citations' }, 'cited in ', buttons);
}

function finding(conclusion: FindingSummary | null, actions: Actions): Children {
  if (!conclusion) return el('p', { class: 'none' }, 'The case draws no conclusion on it yet.');
  const open = (): void => {
    actions.open(conclusion.range);
  };
  const said = [conclusion.value, conclusion.verdict === null ? null : spoken(conclusion.verdict)].filter((word) => word !== null).join(', ');
  return el(
    'p',
    {},
    el('button', { class: 'link', click: open }, said === '' ? 'Neither value nor verdict' : said),
    ' ',
    conclusion.because === null ? el('span', { class: 'none' }, 'No reason is given.') : el('span', { class: 'because' }, `because: ${conclusion.because}`),
  );
}
