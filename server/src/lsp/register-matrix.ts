import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CaseDigest } from '../core/report/case-digest.ts';
import { arrangeMatrix, rowsOf } from '../core/report/matrix/arrange-matrix.ts';
import type { MatrixData, MatrixRow } from '../core/report/matrix/matrix-data.ts';
import { sharedFrameworks, withMisfit, withUnread, type SharedFrameworks } from '../core/report/matrix/matrix-rows.ts';
import { releaseMatrix } from '../core/report/matrix/release-matrix.ts';
import { MatrixExportRequest, MatrixRequest, MatrixRowsRequest, type MatrixChange } from '../protocol.ts';
import { normalise } from './normalise.ts';
import type { ServerContext } from './server-context.ts';

/** Answers the requests of protocol.ts that are about the matrix of cases by items. */
export function registerMatrix({ connection, session }: ServerContext): void {
  const { register, study, closed, workspace } = session;
  const pathOf = (uri: string): string => study.nameOf(uri);
  const inOrder = (): CaseDigest[] => workspace.cases().flatMap((uri) => register.get(uri) ?? []);

  /** An edit seldom changes which frameworks there are. */
  let shared: { readonly since: number; readonly value: SharedFrameworks } | undefined;
  const frameworksInUse = (): SharedFrameworks => {
    if (shared?.since !== register.frameworksSince) shared = { since: register.frameworksSince, value: sharedFrameworks(inOrder(), pathOf) };
    return shared.value;
  };

  /** What the client has; undefined when it has nothing. */
  let known: { readonly revision: number; readonly shared: SharedFrameworks; readonly unread: string } | undefined;
  const remember = (): void => {
    known = { revision: register.revision, shared: frameworksInUse(), unread: JSON.stringify(closed.unread()) };
  };

  const matrix = async (): Promise<MatrixData> => {
    await session.allRead();
    if (session.reading.state.kind === 'stopped') {
      throw new ResponseError(LSPErrorCodes.RequestFailed, 'Not all cases have been read, since somebody stopped it. A matrix of some of them would mislead.');
    }
    const { frameworks, misfits } = frameworksInUse();
    const rows = inOrder().map(({ row }) => withMisfit(row.value, misfits));
    return { frameworks, rows: withUnread(rows, closed.unread(), pathOf) };
  };

  connection.onRequest(MatrixRequest, async () => {
    const data = await matrix();
    remember();
    return data;
  });

  connection.onRequest(MatrixRowsRequest, async ({ uris }): Promise<MatrixChange> => {
    await session.allRead();
    const before = known;
    remember();
    const isWithoutRest = closed.unread().length === 0 && before?.unread === known?.unread;
    if (!before || !isWithoutRest || !isSame(before.shared.misfits, frameworksInUse().misfits)) return wholeOf(await matrix());
    const { frameworks, misfits } = frameworksInUse();
    const asked = uris.flatMap((uri) => register.get(normalise(uri)) ?? []);
    // An edit of one case can change what is to be said of another: two now have the same name.
    const due = new Set([...asked, ...[...register.changedSince(before.revision)].map(({ digest }) => digest)]);
    return {
      frameworks: isSame(before.shared.frameworks, frameworks) ? null : frameworks,
      rows: [...due].map(({ row }) => withMisfit(row.value, misfits)),
      uris: register.membersSince > before.revision ? inOrder().map(({ uri }) => uri) : null,
    };
  });

  connection.onRequest(MatrixExportRequest, async ({ options, format }) => {
    const release = releaseMatrix(arrangeMatrix(await matrix(), options));
    if (!release.matrix) return { withheld: release.withheld[0] };
    const arranged = release.matrix;
    // Few export anything, and it takes libraries that would be held by every server.
    const [{ exportMatrix }, { writeWorkbook }] = await Promise.all([import('../core/report/matrix/export-matrix.ts'), import('../host/write-workbook.ts')]);
    const content = await exportMatrix(arranged, format, writeWorkbook);
    const size = { cases: rowsOf(arranged).length, columns: arranged.columns.length };
    return typeof content === 'string' ? { text: content, base64: null, ...size } : { text: null, base64: base64Of(content), ...size };
  });
}

function wholeOf({ frameworks, rows }: MatrixData): MatrixChange {
  return { frameworks, rows, uris: rows.map((row: MatrixRow) => row.uri) };
}

/** Whether two plain values or maps of them are the same; those that are one object are compared at once. */
function isSame(one: object, other: object): boolean {
  return one === other || JSON.stringify(one instanceof Map ? [...one] : one) === JSON.stringify(other instanceof Map ? [...other] : other);
}

/** Bytes as base64, in pieces: a function takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}
