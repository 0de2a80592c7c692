import type { WriteWorkbook } from '../core/report/matrix/matrix-sheets.ts';

const NAME_WIDTH = 28;
const CELL_WIDTH = 18;

/**
 * Writes an Excel workbook wherever there are web APIs: in Node and in a web worker alike. Header rows and first columns
 * stay in view. The library is loaded only here: few ever ask for a workbook, and everyone waits for the start.
 */
export const writeWorkbook: WriteWorkbook = async (sheets) => {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const blob = await writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row, at) => row.map((value) => ({ value, wrap: true, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) }))),
      columns: (rows[0] ?? []).map((_, index) => ({ width: index === 0 ? NAME_WIDTH : CELL_WIDTH })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};
