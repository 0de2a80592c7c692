import type { CaseSummary, FrameworkSummary, NextStep } from '../../../server/src/core/report/summary-view.ts';
import { el, type Children, type ElementView } from '../../page/dom/element.ts';
import type { PanelContent } from '../messages.ts';
import type { Actions } from './actions.ts';
import { fitView } from './fit.ts';
import { itemView } from './item.ts';
import { fillings, severityIcon, statusBar } from '../../page/views/status.ts';
import { link } from '../../page/views/part.ts';
import { count, problemsInWords } from '../../page/words.ts';

/** The whole page. */
export function pageView(content: PanelContent, actions: Actions): ElementView[] {
  return content.kind === 'case' ? caseView(content.summary, actions) : noCaseView(actions);
}

function caseView(summary: CaseSummary, actions: Actions): ElementView[] {
  const facts = [`case ${summary.case}`, count(summary.words, 'word'), problemsInWords(summary.problems)];
  return [
    fillings(),
    el(
      'header',
      { key: summary.uri },
      el('h1', {}, summary.title ?? (summary.case || 'Case without a name')),
      el('p', { class: 'quiet' }, facts.join(' · '), ' · ', link('Compare all cases', actions.openMatrix)),
    ),
    unusable(summary.unusableFrameworks),
    nextSteps(summary, actions),
    summary.frameworks.map((framework) => frameworkView(framework, actions)),
    summary.frameworks.length === 0 && summary.unusableFrameworks.length === 0 ? noFrameworks() : null,
  ]
    .flat()
    .filter((view) => view !== null);
}

function nextSteps(summary: CaseSummary, actions: Actions): ElementView {
  const list = (steps: readonly NextStep[]): ElementView =>
    el(
      'ol',
      {},
      steps.map((step) => {
        const open = (): void => {
          actions.open(step.range);
        };
        return el(
          'li',
          { key: `${step.rule} ${step.item ?? step.message}` },
          el('button', { class: 'step', click: open }, severityIcon(step.severity), el('span', {}, step.message)),
        );
      }),
    );
  return section(
    'next',
    'What to do next',
    summary.next.length > 0 ? list(summary.next) : el('p', {}, 'Nothing: Casewright finds no gap and no problem in this case.'),
  );
}

function frameworkView(framework: FrameworkSummary, actions: Actions): ElementView {
  return section(
    `framework-${framework.id}`,
    framework.title,
    el('p', { class: 'quiet' }, framework.citation),
    framework.items.length > 0 ? statusBar(framework.counts, framework.items.length) : el('p', {}, 'This framework has no items.'),
    el(
      'ul',
      { class: 'items' },
      framework.items.map((item) => itemView(item, actions)),
    ),
    fitView(framework, actions),
  );
}

function noFrameworks(): ElementView {
  return section(
    'frameworks',
    'No framework yet',
    el('p', {}, 'Name the frameworks that this case is to address in its front matter, and they are listed here with what the case says on each item:'),
    el('pre', {}, el('code', {}, 'frameworks: [policy-themes]')),
  );
}

function unusable(frameworks: readonly string[]): ElementView | null {
  if (frameworks.length === 0) return null;
  const names = frameworks.map((id) => `“${id}”`).join(', ');
  return el(
    'p',
    { key: 'unusable', class: 'notice' },
    severityIcon('error'),
    el('span', {}, `${names} cannot be used, so nothing is counted for ${frameworks.length === 1 ? 'it' : 'them'}. The Problems view says what is wrong.`),
  );
}

function noCaseView(actions: Actions): ElementView[] {
  return [
    el('header', {}, el('h1', {}, 'No case is open')),
    section(
      'about',
      'What a case is',
      el('p', {}, 'A case is a Markdown file whose front matter names it. Open one, and this panel shows what it says on each item of its frameworks.'),
      el('pre', {}, el('code', {}, '---\ncase: brodersen\nframeworks: [policy-themes]\n---')),
      el('button', { class: 'primary', click: actions.newCase }, 'New case from template'),
    ),
  ];
}

/** A region with a heading. It can be given the focus when what had it is gone. */
function section(id: string, title: string, ...children: readonly Children[]): ElementView {
  const heading = `${encodeURIComponent(id)}-heading`;
  return el('section', { key: id, class: 'region', 'aria-labelledby': heading, tabindex: -1 }, el('h2', { id: heading }, title), children);
}
