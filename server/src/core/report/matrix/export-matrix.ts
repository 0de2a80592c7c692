import { csvText } from '../csv.ts';
import { jsonText } from '../json-text.ts';
import { matrixHtml } from './matrix-html.ts';
import { matrixMarkdown } from './matrix-markdown.ts';
import { matrixReport } from './matrix-report.ts';
import { matrixSheets, type WriteWorkbook } from './matrix-sheets.ts';
import { matrixGrid } from './matrix-table.ts';
import type { ReleasedMatrix } from './release-matrix.ts';

/** The formats in which a matrix can be taken elsewhere, by their file name's ending. */
export const MATRIX_FORMATS = ['csv', 'md', 'html', 'json', 'xlsx'] as const;
export type MatrixFormat = (typeof MATRIX_FORMATS)[number];

/** An arranged matrix as the content of a file: text, or bytes (xlsx). */
export async function exportMatrix(matrix: ReleasedMatrix, format: MatrixFormat, writeWorkbook: WriteWorkbook): Promise<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return csvText(matrixGrid(matrix));
    case 'md':
      return matrixMarkdown(matrix);
    case 'html':
      return matrixHtml(matrix);
    case 'json':
      return `${jsonText(matrixReport(matrix))}\n`;
    case 'xlsx':
      return writeWorkbook(matrixSheets(matrix));
  }
}
