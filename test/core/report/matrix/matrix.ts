import { arrangeMatrix, USUAL_OPTIONS, type ArrangedMatrix, type MatrixOptions } from '../../../../server/src/core/report/matrix/arrange-matrix.ts';
import type { MatrixData } from '../../../../server/src/core/report/matrix/matrix-data.ts';
import { matrixData, type UnreadFile } from '../../../../server/src/core/report/matrix/matrix-rows.ts';
import { ROOT, workspaceOf } from '../../../support/workspace.ts';

const PACK = `id: own
title: Own framework
source: {authors: [Me], year: 2020, title: T}
kind: themes
perspectives: [{id: stage, label: Stage theory}, {id: learning, label: Learning theory}]
items:
  - {id: X1, label: Timing, statement: S, at: p. 1, values: [early, late], predictions: {stage: late, learning: early}}
  - {id: X2, label: Mode, statement: S, at: p. 2, values: [light, heavy], predictions: {stage: light}}
`;

/** A case of the framework “own” (X1, X2) with the given front matter and body. */
export function ownCase(id: string, head = '', body = ''): string {
  return `---\ncase: ${id}\nframeworks: [own]\n${head}---\n\n${body}\n`;
}

/** The matrix of the given cases, named by their files; they may use the framework “own”. */
export async function dataOf(files: Readonly<Record<string, string>>, unread: readonly UnreadFile[] = []): Promise<MatrixData> {
  const workspace = await workspaceOf({ 'casewright.yaml': 'frameworks: [./own.yaml]\n', 'own.yaml': PACK, ...files });
  const cases = workspace.cases().flatMap((uri) => workspace.analyse(uri) ?? []);
  return matrixData(cases, unread, (uri) => uri.slice(ROOT.length + 1));
}

/** The matrix of the given cases, laid out. */
export async function matrixOf(files: Readonly<Record<string, string>>, options: Partial<MatrixOptions> = {}): Promise<ArrangedMatrix> {
  return arrangeMatrix(await dataOf(files), { ...USUAL_OPTIONS, ...options });
}
