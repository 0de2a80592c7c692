import { checkedCase, tallyOf, type CaseTally } from '../../core/report/check-report.ts';
import { checkedCaseText } from '../../core/report/check-text.ts';
import { listEntry } from '../../core/report/json-list.ts';
import type { Style } from '../../core/report/paint.ts';
import type { CaseView } from './case-view.ts';

export interface CheckOptions {
  /** How the text looks; null for JSON. */
  readonly style: Style | null;
}

/** What `check` prints of a case. */
export const checkView: CaseView<CheckOptions, CaseTally> = {
  comparesNames: true,
  make: (analysis, { style }, pathOf) => {
    const checked = checkedCase(analysis, pathOf);
    return { facts: tallyOf(analysis), part: style === null ? listEntry(checked) : checkedCaseText(checked, style) };
  },
};
