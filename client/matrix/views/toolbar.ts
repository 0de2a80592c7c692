import { keysOf, theoriesOf, USUAL_OPTIONS, type MatrixOptions, type Show } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import type { MatrixData, MatrixFramework } from '../../../server/src/core/report/matrix/matrix-data.ts';
import { el, type Children, type ElementView } from '../../page/dom/element.ts';
import type { Actions, Menu } from './actions.ts';

/** What the cells can show, as an author reads it. */
const SHOWN: Readonly<Record<Show, string>> = {
  status: 'Status',
  finding: 'Findings',
  stance: 'Stances of the text',
  words: 'Words',
  summary: 'Framework matrix (own summaries)',
  fit: 'Which theory fits',
};

/** How the matrix is laid out, and what can be done with it. */
export function toolbarView(data: MatrixData, options: MatrixOptions, actions: Actions): ElementView[] {
  const { arrange } = actions;
  const keys = keysOf(data);
  return [
    choice('show', 'Show', options.show, optionsOf(SHOWN), (value) => {
      const show = (Object.keys(SHOWN) as Show[]).find((known) => known === value);
      if (show) arrange({ show });
    }),
    choice('by', 'Group by', options.by ?? '', keyOptions(data, keys, options.by, 'No groups'), (value) => {
      arrange({ by: value || null });
    }),
    el(
      'div',
      { key: 'sort', class: 'joined' },
      choice(
        'sort',
        'Sort by',
        options.sort ?? '',
        keyOptions(data, keys, options.sort, 'Path of the file', { theories: theoriesOf(data), fields: ['case'] }),
        (value) => {
          arrange({ sort: value || null });
        },
      ),
      direction(options, actions),
    ),
    data.frameworks.length > 1 ? frameworksMenu(data, options, actions) : null,
    filter('cases', 'Filter cases', 'name, country …', options.cases, (cases) => {
      arrange({ cases });
    }),
    filter('items', 'Filter items', 'id or name', options.items, (items) => {
      arrange({ items });
    }),
    el(
      'div',
      { key: 'doing', class: 'doing' },
      button('reset', 'Reset', 'Show all cases and items again, as in the beginning', actions.reset, { disabled: isUsual(options) }),
      menu('copy', 'Copy', actions, [
        button('copy-table', 'As a table', 'For a spreadsheet or a text program', () => {
          actions.copy('table');
        }),
        button('copy-markdown', 'As Markdown', 'For a Markdown file', () => {
          actions.copy('markdown');
        }),
      ]),
      button('export', 'Export…', 'Save as CSV, Excel, Markdown, HTML or JSON', actions.exportFile),
      button('details', 'Details', 'What is known of the selected cell', actions.toggleDetails, { pressed: actions.hasDetails }),
    ),
  ].filter((view) => view !== null);
}

/** Whether nothing is laid out otherwise than in the beginning. */
export function isUsual(options: MatrixOptions): boolean {
  return (Object.keys(USUAL_OPTIONS) as (keyof MatrixOptions)[]).every((name) => options[name] === USUAL_OPTIONS[name]);
}

function direction({ sort, descending }: MatrixOptions, { arrange }: Actions): ElementView {
  const words = descending ? 'Descending' : 'Ascending';
  const turn = (): void => {
    arrange({ descending: !descending });
  };
  return el(
    'button',
    { class: 'tool', 'aria-label': `Order: ${words}`, title: `${words}; click to turn around`, disabled: sort === null, click: turn },
    descending ? '↓' : '↑',
  );
}

function frameworksMenu({ frameworks }: MatrixData, options: MatrixOptions, actions: Actions): ElementView {
  const shown = frameworks.filter(({ id }) => options.frameworks?.includes(id) ?? true);
  const label = shown.length === frameworks.length ? 'All frameworks' : `${shown.length} of ${frameworks.length} frameworks`;
  const boxes = frameworks.map(({ id, title }) => {
    const toggle = (): void => {
      const chosen = frameworks.filter((one) => (one.id === id ? !shown.includes(one) : shown.includes(one))).map((one) => one.id);
      actions.arrange({ frameworks: chosen.length === frameworks.length ? null : chosen });
    };
    return el('label', { key: id, class: 'box' }, el('input', { type: 'checkbox', checked: shown.some((one) => one.id === id), click: toggle }), title);
  });
  return menu('frameworks', label, actions, [el('fieldset', {}, el('legend', { class: 'unseen' }, 'Frameworks to show'), boxes)]);
}

function menu(name: Menu, label: string, actions: Actions, content: readonly ElementView[]): ElementView {
  const isOpen = actions.menu === name;
  const toggle = (): void => {
    actions.toggleMenu(name);
  };
  return el(
    'div',
    { key: `menu ${name}`, class: 'menu' },
    el('button', { id: `menu-${name}`, class: 'tool opens', 'aria-expanded': String(isOpen), 'aria-controls': `menu-${name}-content`, click: toggle }, label),
    el('div', { id: `menu-${name}-content`, class: 'menu-content', hidden: !isOpen }, isOpen ? content : null),
  );
}

function button(
  key: string,
  label: string,
  hint: string,
  click: () => void,
  state: { readonly disabled?: boolean; readonly pressed?: boolean } = {},
): ElementView {
  const pressed = state.pressed === undefined ? undefined : String(state.pressed);
  return el('button', { key, class: 'tool', title: hint, disabled: state.disabled, 'aria-pressed': pressed, click }, label);
}

function choice(name: string, label: string, value: string, options: Children, input: (value: string) => void): ElementView {
  const id = `choose-${name}`;
  return el('div', { key: name, class: 'field' }, el('label', { for: id }, label), el('select', { id, value, input }, options));
}

function filter(name: string, label: string, placeholder: string, value: string, input: (value: string) => void): ElementView {
  const id = `filter-${name}`;
  return el('div', { key: name, class: 'field' }, el('label', { for: id }, label), el('input', { id, type: 'search', value, placeholder, input }));
}

function optionsOf(words: Readonly<Record<string, string>>): ElementView[] {
  return Object.entries(words).map(([value, label]) => el('option', { key: value, value }, label));
}

/** What can be grouped or sorted by. A key that was chosen and that no case has any more is still named. */
function keyOptions(
  data: MatrixData,
  { fields, items }: ReturnType<typeof keysOf>,
  chosen: string | null,
  none: string,
  more: { readonly theories: readonly string[]; readonly fields: readonly string[] } = { theories: [], fields: [] },
): ElementView[] {
  const labels = new Map(data.frameworks.flatMap(labelsOf));
  const named = (key: string): ElementView => el('option', { key, value: key }, [key, labels.get(key)].filter(Boolean).join(' '));
  const group = (label: string, list: readonly string[]): ElementView[] => (list.length === 0 ? [] : [el('optgroup', { key: label, label }, list.map(named))]);
  const isKnown = chosen === null || [...fields, ...items, ...more.theories, ...more.fields].includes(chosen);
  return [
    el('option', { key: '', value: '' }, none),
    ...(isKnown ? [] : [el('option', { key: chosen, value: chosen }, `${chosen} (no case has it)`)]),
    ...group('Findings', items),
    ...group('Theories', more.theories),
    ...group('Front matter', [...more.fields, ...fields]),
  ];
}

/** What stands behind the ids of a framework, which may be called with the framework's own before them. */
function labelsOf({ id: framework, items, perspectives }: MatrixFramework): [string, string][] {
  return [...items, ...perspectives].flatMap(({ id, label }): [string, string][] => [
    [id, label],
    [`${framework}/${id}`, label],
  ]);
}
