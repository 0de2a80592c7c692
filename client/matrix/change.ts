import type { MatrixData } from '../../server/src/core/report/matrix/matrix-data.ts';
import type { MatrixChange } from '../../server/src/protocol.ts';

/** The matrix after a change; null when the change names cases that nobody has told of, so that all has to be asked for anew. */
export function changed(data: MatrixData, { frameworks, rows, uris }: MatrixChange): MatrixData | null {
  const known = new Map([...data.rows, ...rows].map((row) => [row.uri, row]));
  const order = uris ?? data.rows.map((row) => row.uri);
  const all = order.flatMap((uri) => known.get(uri) ?? []);
  const isWhole = all.length === order.length && (uris !== null || known.size === order.length);
  return isWhole ? { frameworks: frameworks ?? data.frameworks, rows: all } : null;
}
