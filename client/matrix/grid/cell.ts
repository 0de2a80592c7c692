import { cellAt, type MatrixColumn, type Show } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import { fitAt, STANCE_SYMBOLS, stanceText, summaryOfCell, usesFramework } from '../../../server/src/core/report/matrix/cell-text.ts';
import type { MatrixCell, MatrixRow } from '../../../server/src/core/report/matrix/matrix-data.ts';
import type { Stance } from '../../../server/src/core/model/vocabulary.ts';
import { el, type Children, type ElementView } from '../../page/dom/element.ts';
import { fitCounts } from '../../page/views/fit.ts';
import { unseen } from '../../page/views/part.ts';
import { statusIcon } from '../../page/views/status.ts';
import { count, spoken } from '../../page/words.ts';

/** What a cell shows. Signs are for the eye only; beside each stands the word that a screen reader says. */
export function cellContent(row: MatrixRow, column: MatrixColumn, show: Show): Children {
  if (column.kind === 'perspective') return usesFramework(row, column) ? el('span', { class: 'fit' }, fitCounts(fitAt(row, column))) : unused();
  const cell = cellAt(row, column);
  return cell ? contentOf(cell, show) : unused();
}

/** What a cell says when the mouse rests on it: all that is known in a line. */
export function cellHint(row: MatrixRow, column: MatrixColumn, name: string): string {
  const cell = cellAt(row, column);
  const head = `${name} · ${column.heading} ${column.label}`;
  if (!cell) return head;
  const said = [cell.value, cell.verdict && spoken(cell.verdict)].filter(Boolean).join(', ');
  const facts = [spoken(cell.status), count(cell.words, 'word'), cell.sources.length > 0 ? count(cell.sources.length, 'source') : '', stanceText(cell.stances)];
  return [head, facts.filter(Boolean).join(', '), said === '' ? 'no finding' : `finding: ${said}`, cell.because ?? ''].filter(Boolean).join('\n');
}

function contentOf(cell: MatrixCell, show: Show): Children {
  switch (show) {
    case 'status':
      return [statusIcon(cell.status), unseen(spoken(cell.status))];
    case 'stance':
      return stances(cell);
    case 'words':
      return cell.words === 0 ? nothing('no words', '0') : cell.words.toLocaleString('en');
    case 'summary':
      return summary(cell);
    case 'finding':
    case 'fit':
      return finding(cell);
  }
}

function summary(cell: MatrixCell): Children {
  const text = summaryOfCell(cell);
  return text === '' ? nothing('no summary') : el('span', { class: 'summary-text' }, text);
}

function finding({ value, verdict }: MatrixCell): Children {
  if (value === null && verdict === null) return nothing('no finding');
  if (value === null) return el('span', { class: 'verdict' }, verdict && spoken(verdict));
  return [el('span', { class: 'value' }, value), verdict === null ? null : el('span', { class: 'verdict quiet' }, unseen(', '), spoken(verdict))];
}

function stances({ stances: numbers }: MatrixCell): Children {
  const taken = (Object.keys(STANCE_SYMBOLS) as Stance[]).filter((stance) => numbers[stance] > 0);
  if (taken.length === 0) return nothing('no stances');
  return [
    el(
      'span',
      { 'aria-hidden': 'true' },
      taken.map((stance) => el('span', { key: stance, class: 'stance' }, `${STANCE_SYMBOLS[stance]}${numbers[stance]}`)),
    ),
    unseen(stanceText(numbers)),
  ];
}

function nothing(words: string, sign = '—'): Children {
  return [el('span', { class: 'quiet', 'aria-hidden': 'true' }, sign), unseen(words)];
}

function unused(): ElementView {
  return unseen('framework not used');
}
