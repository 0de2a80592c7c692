import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { MatrixData, MatrixRow } from '../../server/src/core/report/matrix/matrix-data.ts';
import type { CaseSummary } from '../../server/src/core/report/summary-view.ts';
import { examples, MatrixTestPage } from './matrix-page.ts';
import { startBrowser, type WebPageOptions } from './web-page.ts';

/** What the tests of the matrix have before them: the example cases, and pages to show them in. */
export interface MatrixTests {
  /** Opens an empty page, which is closed after the test and must have had nothing to complain of. */
  readonly open: (options?: WebPageOptions) => Promise<MatrixTestPage>;
  /** The same, with the matrix of the examples. */
  readonly openExamples: (options?: WebPageOptions) => Promise<MatrixTestPage>;
  readonly data: () => MatrixData;
  readonly rowOf: (name: string) => MatrixRow;
  readonly summaryOf: (name: string) => CaseSummary;
}

/** Sets up a browser for the tests of a file. */
export function useMatrix(): MatrixTests {
  let browser: BrowserContext;
  let study: Awaited<ReturnType<typeof examples>>;
  const opened: MatrixTestPage[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
    study = await examples();
  });
  afterEach(async () => {
    const pages = opened.splice(0);
    for (const page of pages) await page.page.close();
    expect(pages.flatMap((page) => page.complaints)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
  });

  const open = async (options: WebPageOptions = {}): Promise<MatrixTestPage> => {
    const page = await MatrixTestPage.open(browser, options);
    opened.push(page);
    return page;
  };
  return {
    open,
    openExamples: async (options) => {
      const page = await open(options);
      await page.show(study.data);
      return page;
    },
    data: () => study.data,
    rowOf: (name) => study.data.rows.find((row) => row.case === name)!,
    summaryOf: (name) => study.summaries.get(name)!,
  };
}
