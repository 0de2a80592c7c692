import * as z from 'zod';
import { STATUSES, VERDICTS } from '../../model/vocabulary.ts';
import { caseHeadSchema, countSchema, fitSchema, rangeSchema, stancesSchema } from '../json-parts.ts';
import { cellAt, SHOWS, type ArrangedMatrix, type MatrixColumn } from './arrange-matrix.ts';
import { fitAt, summaryOfCell, usesFramework } from './cell-text.ts';
import type { MatrixRow } from './matrix-data.ts';
import { columnTotal } from './totals.ts';

const cellSchema = z.strictObject({
  column: z.string().describe('The “key” of its column.'),
  status: z.enum(STATUSES),
  words: countSchema,
  sources: z.array(z.string()),
  stances: stancesSchema,
  value: z.string().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  because: z.string().nullable(),
  summary: z.string().describe('The notes of the marks, else the reason of the finding; empty when there is neither.'),
  marks: z.array(rangeSchema),
});

const rowFitSchema = fitSchema.extend({ column: z.string().describe('The “key” of its column.') });

/** What `casewright matrix --format json` prints. */
export const matrixReportSchema = z.strictObject({
  version: z.literal(1),
  show: z.enum(SHOWS),
  by: z.string().nullable(),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      framework: z.string(),
      id: z.string(),
      label: z.string(),
      total: z.array(z.strictObject({ of: z.string(), count: countSchema })).describe('How many cases have each status, value or stance.'),
    }),
  ),
  rows: z.array(
    caseHeadSchema.extend({
      title: z.string().nullable(),
      group: z.string().nullable().describe('What the case has under the key given by “by”.'),
      broken: z.string().nullable().describe('Why nothing can be said of this case; null when all is well.'),
      remarks: z.array(z.string()),
      cells: z.array(cellSchema).describe('One for each column of a framework that the case uses; none with “show: fit”, and none in a broken row.'),
      fit: z.array(rowFitSchema).describe('With “show: fit”: one for each perspective of the frameworks that the case uses.'),
    }),
  ),
});

export type MatrixReport = z.output<typeof matrixReportSchema>;

/** The arranged matrix as data for other programs. */
export function matrixReport({ options, columns, groups }: ArrangedMatrix): MatrixReport {
  const rows = groups.flatMap((group) => group.rows);
  return {
    version: 1,
    show: options.show,
    by: options.by,
    columns: columns.map((column) => ({
      key: column.key,
      framework: column.framework.id,
      id: column.id,
      label: column.label,
      total: [...columnTotal(rows, column, options.show).counts],
    })),
    rows: groups.flatMap(({ value, rows: members }) =>
      members.map((row) => ({
        path: row.path,
        case: row.case,
        title: row.title,
        group: value,
        broken: row.broken,
        remarks: [...row.remarks],
        cells: columns.flatMap((column) => reportCell(row, column)),
        fit: columns.flatMap((column) => reportFit(row, column)),
      })),
    ),
  };
}

function reportCell(row: MatrixRow, column: MatrixColumn): MatrixReport['rows'][number]['cells'] {
  const cell = column.kind === 'item' ? cellAt(row, column) : undefined;
  if (!cell) return [];
  const { status, words, sources, stances, value, verdict, because, marks } = cell;
  return [{ column: column.key, status, words, sources: [...sources], stances, value, verdict, because, summary: summaryOfCell(cell), marks: [...marks] }];
}

function reportFit(row: MatrixRow, column: MatrixColumn): MatrixReport['rows'][number]['fit'] {
  if (column.kind === 'item' || row.broken !== null || !usesFramework(row, column)) return [];
  const { items, ...sums } = fitAt(row, column);
  return [{ column: column.key, ...sums, items: [...items] }];
}
