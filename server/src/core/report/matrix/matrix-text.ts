import { counted } from '../../rules/wording.ts';
import { oneLine } from '../../text/shown-text.ts';
import { clip, padEnd, padStart, widthOf, wrap } from '../layout.ts';
import { paint, type Style } from '../paint.ts';
import { rowsOf, type ArrangedMatrix, type Show } from './arrange-matrix.ts';
import { legendOf, legendOfTotals, usesFramework } from './cell-text.ts';
import type { MatrixFramework, MatrixRow } from './matrix-data.ts';
import { matrixTable, remarksOf, type MatrixTable, type TableRow } from './matrix-table.ts';
import type { ReleasedMatrix } from './release-matrix.ts';

const LONGEST_NAME = 28;
/** Findings are read in full where a line has room for one; only what is no value of a pack is ever longer. */
const LONGEST_CELL = 60;

const WHICH_ITEMS = 'Which items they are: “casewright coverage PATH” for one case, --format html for all.';

/** The matrix for a terminal, framework by framework: as many columns side by side as fit, then the next ones below; summaries as a list. */
export function matrixText(matrix: ReleasedMatrix, style: Style): string {
  const { show } = matrix.options;
  const cases = rowsOf(matrix);
  if (cases.length === 0) return 'No case is left to show.\n';
  const frameworks = [...new Set(matrix.columns.map((column) => column.framework))];
  const parts = frameworks.flatMap((framework) => frameworkParts(ofFramework(matrix, framework), framework, style));
  const columns = counted(matrix.columns.length, show === 'fit' ? 'perspective' : 'item');
  const legend = [legendOf(show), ...(show === 'status' || show === 'finding' ? [legendOfTotals(show)] : []), ...(show === 'fit' ? [WHICH_ITEMS] : [])];
  const remarks = remarksOf(cases).flatMap((remark) => hanging(remark, style.width));
  const lines = [
    [`${counted(cases.length, 'case')} by ${columns}:`],
    ...(frameworks.length === 0 ? [[emptyColumns(show)]] : parts),
    legend.flatMap((line) => (line === '' ? [] : wrap(line, style.width))),
    remarks,
  ];
  return `${lines
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** The part of a matrix that is about one framework: its columns, and the cases that use it or cannot be read. */
function ofFramework({ options, columns, groups }: ArrangedMatrix, framework: MatrixFramework): ArrangedMatrix {
  const own = columns.filter((column) => column.framework === framework);
  const isOwn = (row: MatrixRow): boolean => row.broken !== null || own.some((column) => usesFramework(row, column));
  return { options, columns: own, groups: groups.map(({ value, rows }) => ({ value, rows: rows.filter(isOwn) })).filter(({ rows }) => rows.length > 0) };
}

function frameworkParts(matrix: ArrangedMatrix, framework: MatrixFramework, style: Style): string[][] {
  const table = matrixTable(matrix);
  const title = wrap(`${framework.id}: ${oneLine(framework.title)}`, style.width).map((line) => paint(line, 'bold', style));
  return [[...title, ...(matrix.options.show === 'summary' ? summaryLines(table, style) : gridLines(table, style))], labelLines(table, style)];
}

/** What to say where there is nothing to lay out. */
export function emptyColumns(show: Show): string {
  return show === 'fit'
    ? 'None of these frameworks says what a theory would expect, so there is nothing to compare the findings with.'
    : 'None of these cases names a framework that exists, so there is nothing to show.';
}

function gridLines(table: MatrixTable, style: Style): string[] {
  const heads = [...table.heads.map((head) => head.text), 'total'];
  const cellsOf = (row: TableRow): string[] => [...row.cells.map((cell) => cell.short), row.total];
  const rows = table.groups.flatMap((group) => group.rows);
  const nameWidth = Math.min(LONGEST_NAME, Math.max('total'.length, ...rows.map((row) => widthOf(oneLine(row.name)))));
  const lines = [heads, table.totals, ...rows.map(cellsOf)];
  const room = style.width - nameWidth - 4;
  const widths = heads.map((_, index) => Math.min(LONGEST_CELL, room, Math.max(...lines.map((cells) => widthOf(oneLine(cells[index] ?? ''))))));
  const line = (name: string, cells: readonly string[], [start, end]: readonly [number, number]): string => {
    const shown = cells.slice(start, end).map((cell, at) => padEnd(clip(oneLine(cell), widths[start + at] ?? 0), widths[start + at] ?? 0));
    return `  ${padEnd(clip(oneLine(name), nameWidth), nameWidth)}  ${shown.join('  ')}`.trimEnd();
  };
  return blocksOf(widths, room).flatMap((block, index) => [
    ...(index > 0 ? [''] : []),
    paint(line('', heads, block), 'dim', style),
    ...table.groups.flatMap((group) => [
      ...(group.name === null ? [] : [paint(`${oneLine(group.name)} (${group.rows.length})`, 'bold', style)]),
      ...group.rows.map((row) => line(row.name, cellsOf(row), block)),
    ]),
    paint(line('total', table.totals, block), 'dim', style),
  ]);
}

/** Columns in blocks that fit side by side, as [start, end). */
function blocksOf(widths: readonly number[], room: number): [number, number][] {
  const blocks: [number, number][] = [];
  let start = 0;
  let used = 0;
  widths.forEach((width, index) => {
    if (index > start && used + width + 2 > room) {
      blocks.push([start, index]);
      start = index;
      used = 0;
    }
    used += width + 2;
  });
  return [...blocks, [start, widths.length]];
}

/** Sentences do not fit into columns: one paragraph for each cell that has one. */
function summaryLines(table: MatrixTable, style: Style): string[] {
  const rowLines = (row: TableRow): string[] => {
    const filled = row.cells.flatMap((cell, index) =>
      cell.text === '' || row.isBroken ? [] : hanging(`${table.heads[index]?.text ?? ''}: ${oneLine(cell.text)}`, style.width),
    );
    const lines = row.isBroken
      ? ['  broken: see below']
      : filled.length === 0
        ? ['  no summary: neither a note of a mark nor a finding with a reason']
        : filled;
    return [paint(oneLine(row.name), 'bold', style), ...lines, ''];
  };
  return table.groups.flatMap((group) => [...(group.name === null ? [] : [`== ${oneLine(group.name)} ==`]), ...group.rows.flatMap(rowLines)]).slice(0, -1);
}

function labelLines(table: MatrixTable, style: Style): string[] {
  const width = Math.max(...table.heads.map((head) => widthOf(head.text)));
  return table.heads.map((head) => paint(clip(`${padStart(head.text, width)}  ${oneLine(head.label)}`, style.width), 'dim', style));
}

function hanging(text: string, width: number): string[] {
  return wrap(oneLine(text), width - 4).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`));
}
