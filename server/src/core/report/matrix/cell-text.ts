import { fitOf, OUTCOMES, type Fit, type ItemFit, type Outcome } from '../../coverage/pattern-match.ts';
import { STANCES, type Stance } from '../../model/vocabulary.ts';
import { statusLegend, STATUS_SYMBOLS, STATUS_WORDS } from '../status-words.ts';
import { cellAt, type MatrixColumn, type Show } from './arrange-matrix.ts';
import { columnKey, foundIn, type MatrixCell, type MatrixRow } from './matrix-data.ts';

/** How many items agree with a perspective, contradict it, or are silent. */
type Sums = Readonly<Record<Outcome, number>>;

/** What a cell of a broken row says. */
export const BROKEN = 'broken';

export const STANCE_SYMBOLS: Readonly<Record<Stance, string>> = { supports: '+', contradicts: '−', qualifies: '±', rival: '?' };

/** The text of a cell in full, as a spreadsheet or a page shows it; empty where there is nothing to say. */
export function cellText(row: MatrixRow, column: MatrixColumn, show: Show): string {
  if (row.broken !== null) return BROKEN;
  if (column.kind === 'perspective') return usesFramework(row, column) ? fitText(fitAt(row, column)) : '';
  const cell = cellAt(row, column);
  return cell ? contentOf(cell, show) : '';
}

/** The text of a cell where room is scarce: a sign for a status, signs with numbers for stances. */
export function shortCellText(row: MatrixRow, column: MatrixColumn, show: Show): string {
  const cell = cellAt(row, column);
  if (row.broken !== null) return '!';
  if (column.kind === 'perspective') return usesFramework(row, column) ? shortFit(fitAt(row, column)) : '';
  if (cell && show === 'status') return STATUS_SYMBOLS[cell.status];
  if (cell && show === 'stance') return shortStances(cell.stances);
  return cellText(row, column, show);
}

/** The author's own summary of a cell: the notes of its marks, else the reason of its finding (Gale et al. 2013); empty when there is neither. */
export function summaryOfCell({ notes, because }: MatrixCell): string {
  return notes.length > 0 ? notes.join(' / ') : (because ?? '');
}

/** How the findings of a row bear on a perspective, with each item that decides it. */
export function fitAt(row: MatrixRow, { framework, id }: MatrixColumn): Fit {
  return fitOf(framework.items, id, (item) => row.cells[columnKey(framework.id, item)]);
}

/** "3 agree, 2 contradict, 2 silent" */
export function fitText(fit: Sums): string {
  return OUTCOMES.map((outcome) => outcomeText(fit, outcome)).join(', ');
}

/** "1 agrees (T5), 2 contradict (T1 T4), 0 silent": with the items that are counted. */
export function fitInFull(fit: Sums & { readonly items: readonly Pick<ItemFit, 'item' | 'outcome'>[] }): string {
  return OUTCOMES.map((outcome) => {
    const ids = fit.items.flatMap((item) => (item.outcome === outcome ? [item.item] : []));
    return ids.length === 0 ? outcomeText(fit, outcome) : `${outcomeText(fit, outcome)} (${ids.join(' ')})`;
  }).join(', ');
}

/** "3/2/2": agrees, contradicts, silent. */
export function shortFit(fit: Sums): string {
  return OUTCOMES.map((outcome) => fit[outcome]).join('/');
}

/** "2 supports, 1 contradicts"; empty when no mark takes a stance. */
export function stanceText(stances: Readonly<Record<Stance, number>>): string {
  return STANCES.filter((stance) => stances[stance] > 0)
    .map((stance) => `${stances[stance]} ${stance}`)
    .join(', ');
}

/** "+2 −1"; empty when no mark takes a stance. */
export function shortStances(stances: Readonly<Record<Stance, number>>): string {
  return STANCES.filter((stance) => stances[stance] > 0)
    .map((stance) => `${STANCE_SYMBOLS[stance]}${stances[stance]}`)
    .join(' ');
}

/** Whether any item of a perspective's framework is in the row. */
export function usesFramework(row: MatrixRow, { framework }: MatrixColumn): boolean {
  return framework.items.some((item) => Object.hasOwn(row.cells, columnKey(framework.id, item.id)));
}

const PLURALS: Readonly<Record<Outcome, string>> = { agrees: 'agree', contradicts: 'contradict', silent: 'silent' };

function outcomeText(fit: Sums, outcome: Outcome): string {
  return `${fit[outcome]} ${fit[outcome] === 1 ? outcome : PLURALS[outcome]}`;
}

function contentOf(cell: MatrixCell, show: Show): string {
  switch (show) {
    case 'status':
      return STATUS_WORDS[cell.status];
    case 'stance':
      return stanceText(cell.stances);
    case 'words':
      return String(cell.words);
    case 'summary':
      return summaryOfCell(cell);
    case 'finding':
    case 'fit':
      return foundIn(cell) ?? '';
  }
}

/** What the short texts mean, in a line; empty where they need no key. */
export function legendOf(show: Show): string {
  if (show === 'status') return statusLegend();
  if (show === 'stance') return STANCES.map((stance) => `${STANCE_SYMBOLS[stance]} ${stance}`).join('  ');
  return show === 'fit' ? 'agrees/contradicts/silent: how many items of the framework were found as the theory expects, otherwise, or cannot be compared' : '';
}

/** What the totals count, in a line; empty where they need no key. */
export function legendOfTotals(show: Show): string {
  if (show === 'status') return 'total: how many are addressed or better, or not applicable, out of how many';
  if (show === 'finding') return 'total: how many have a finding, out of how many';
  if (show === 'summary') return 'total: how many have a summary, out of how many';
  return show === 'words' ? '' : `total: ${legendOf(show)}`;
}
