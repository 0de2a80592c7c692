import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Locator } from 'playwright-core';
import type { FromPage } from '../../client/matrix/messages.ts';
import type { MatrixData } from '../../server/src/core/report/matrix/matrix-data.ts';
import { matrixData } from '../../server/src/core/report/matrix/matrix-rows.ts';
import type { CaseSummary } from '../../server/src/core/report/summary-view.ts';
import { summaryOf } from '../../server/src/core/report/summary.ts';
import { PROJECT_ROOT, ROOT, workspaceOf } from '../support/workspace.ts';
import { WebPage, type WebPageOptions } from './web-page.ts';

/** The built page of the matrix in a browser. */
export class MatrixTestPage extends WebPage<FromPage> {
  /** Opens the page in a tab of its own. */
  static async open(browser: BrowserContext, options: WebPageOptions = {}): Promise<MatrixTestPage> {
    const matrix = new MatrixTestPage(await browser.newPage());
    await matrix.load('matrix', { width: 1200, height: 800, ...options });
    return matrix;
  }

  async show(data: MatrixData): Promise<void> {
    await this.receive({ type: 'show', data });
  }

  /** Hands over the summary of a case, as the extension does when the page asks for it. */
  async summarize(summary: CaseSummary): Promise<void> {
    await this.receive({ type: 'summary', uri: summary.uri, summary });
  }

  /** The cell of a case on an item, such as `brodersen` and `P7`; `Case` and `Total` for the first and the last. Only when it is in view. */
  async cell(caseName: string, heading: string): Promise<Locator> {
    const column = await this.head(heading).getAttribute('data-column');
    return this.row(caseName).locator(`[data-column="${column}"]`);
  }

  /** The head of a column. */
  head(heading: string): Locator {
    return this.page.locator('thead [data-line="0"]', { hasText: new RegExp(`^${heading}(?!\\d)`) });
  }

  row(caseName: string): Locator {
    return this.page.locator('tbody tr', { has: this.page.locator('.case-name', { hasText: new RegExp(`^${caseName}$`) }) });
  }

  async choose(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).selectOption(value);
    await this.settle();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.settle();
  }

  /** Waits until what was scrolled into view is made. */
  async settle(): Promise<void> {
    await this.page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => window.requestAnimationFrame(resolve));
    });
  }

  /** What the line of a case shows in the columns in view, in order, as a screen reader says it. */
  async line(caseName: string): Promise<string[]> {
    return (await this.row(caseName).locator('[data-line]').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** The lines of the table in view, each by its first cell. */
  async lines(): Promise<string[]> {
    return (await this.page.locator('tbody tr th').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }
}

/** The matrix of the example cases, with a summary for each, by its name. */
export async function examples(): Promise<{ readonly data: MatrixData; readonly summaries: ReadonlyMap<string, CaseSummary> }> {
  const folder = path.join(PROJECT_ROOT, 'examples/danish-smes');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  return studyOf(files);
}

/** The matrix of some cases, with a summary for each, by its name. */
export async function studyOf(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly data: MatrixData; readonly summaries: ReadonlyMap<string, CaseSummary> }> {
  const workspace = await workspaceOf(files);
  const cases = workspace.cases().flatMap((uri) => workspace.analyse(uri) ?? []);
  const data = matrixData(cases, [], (uri) => uri.slice(ROOT.length + 1));
  return { data, summaries: new Map(cases.map((analysis) => [analysis.model.id, summaryOf(analysis)])) };
}

/** A study of a size that no example has. */
export function largeMatrix(cases: number, items: number): MatrixData {
  const ids = Array.from({ length: items }, (_, index) => `X${index + 1}`);
  const cell = {
    status: 'evidenced',
    words: 80,
    sources: ['a'],
    value: 'early',
    verdict: 'supported',
    because: 'Because.',
    notes: [],
    marks: [],
    findingAt: null,
  } as const;
  const stances = { supports: 1, contradicts: 0, qualifies: 0, rival: 0 };
  return {
    frameworks: [
      {
        id: 'own',
        title: 'A large framework',
        perspectives: [],
        items: ids.map((id) => ({ id, label: `Item ${id}`, parent: null, values: [], predictions: {} })),
      },
    ],
    rows: Array.from({ length: cases }, (_, index) => ({
      uri: `file:///study/case-${index + 1}.md`,
      path: `case-${index + 1}.md`,
      case: `case-${index + 1}`,
      title: `Case ${index + 1}`,
      broken: null,
      brokenAt: null,
      remarks: [],
      withheld: null,
      fields: {},
      cells: Object.fromEntries(ids.map((id) => [`own/${id}`, { ...cell, stances }])),
    })),
  };
}
