import { arrangeMatrix, rowsOf } from '../core/report/matrix/arrange-matrix.ts';
import { exportMatrix } from '../core/report/matrix/export-matrix.ts';
import type { MatrixData, MatrixRow } from '../core/report/matrix/matrix-data.ts';
import { matrixOf, matrixRow } from '../core/report/matrix/matrix-rows.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import { writeWorkbook } from '../host/write-workbook.ts';
import { MatrixExportRequest, MatrixRequest, MatrixRowsRequest } from '../protocol.ts';
import type { ServerContext } from './server-context.ts';
import { normalise } from './session.ts';

/** Answers the requests of protocol.ts that are about the matrix of cases by items. */
export function registerMatrix({ connection, session }: ServerContext): void {
  /** An edit changes one case: the rows of the others are kept. */
  const known = new WeakMap<CaseAnalysis, MatrixRow>();
  const rowOf = (analysis: CaseAnalysis): MatrixRow => {
    const row = known.get(analysis) ?? matrixRow(analysis, (uri) => session.nameOf(uri));
    known.set(analysis, row);
    return row;
  };
  const matrix = async (): Promise<MatrixData> => {
    await session.scanned();
    return matrixOf(await session.analyseAll(), rowOf);
  };

  /** The rows that the client has, by their cases. */
  const sent = new Map<string, MatrixRow>();
  const sending = <Data extends { readonly rows: readonly MatrixRow[] }>(data: Data): Data => {
    for (const row of data.rows) sent.set(row.uri, row);
    return data;
  };

  connection.onRequest(MatrixRequest, async () => sending(await matrix()));

  connection.onRequest(MatrixRowsRequest, async ({ uris }) => {
    const { frameworks, rows } = await matrix();
    const asked = new Set(uris.map(normalise));
    // An edit of one case can change what is to be said of another: two now have the same name.
    const due = rows.filter((row) => asked.has(row.uri) || sent.get(row.uri) !== row);
    return sending({ frameworks, rows: due, uris: rows.map((row) => row.uri) });
  });

  connection.onRequest(MatrixExportRequest, async ({ options, format }) => {
    const arranged = arrangeMatrix(await matrix(), options);
    const content = await exportMatrix(arranged, format, writeWorkbook);
    const size = { cases: rowsOf(arranged).length, columns: arranged.columns.length };
    return typeof content === 'string' ? { text: content, base64: null, ...size } : { text: null, base64: base64Of(content), ...size };
  });
}

/** Bytes as base64, in pieces: a function takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}
