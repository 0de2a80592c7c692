import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseModel } from '../../../server/src/core/model/case-model.ts';
import { exampleCases } from '../../support/features.ts';
import { ROOT, workspaceOf } from '../../support/workspace.ts';

/** A group of firms that the thesis forms, as its text describes it, and the value by which a finding says so. */
interface Group {
  readonly words: string;
  readonly value: string;
  readonly firms: readonly string[];
}

/** How Havn & Juell-Sundbye (2012, pp. 32-63) group their fourteen firms on each proposition. */
const GROUPS: Readonly<Record<string, readonly Group[]>> = {
  P1: [
    { words: 'has focused on investing in absorptive capacity', value: 'absorptive-capacity', firms: ['acoplastic', 'dybvad'] },
    { words: 'has hired local sales managers or country managers', value: 'hired-manager', firms: ['acubiz', 'brodersen', 'mensa-heating', 'nupo', 'xstream'] },
    { words: 'are actively trying to expand their networks', value: 'network-expansion', firms: ['cbrain', 'colourbox', 'powercare', 'ropox'] },
    { words: 'have not shown any signs of investing', value: 'no-investment', firms: ['dge', 'jli-vision', 'safecom'] },
  ],
  P2: [
    { words: 'have limited prior experience', value: 'limited-experience', firms: ['acubiz', 'cbrain', 'dybvad', 'nupo', 'powercare'] },
    { words: 'have chosen not to follow the same model', value: 'changed-model', firms: ['colourbox', 'ropox'] },
    {
      words: 'have followed the same establishment models',
      value: 'same-model',
      firms: ['acoplastic', 'brodersen', 'dge', 'jli-vision', 'mensa-heating', 'safecom', 'xstream'],
    },
  ],
  P3: [
    { words: 'have used their networks as the basis for prior internationalization', value: 'past-use-only', firms: ['acoplastic', 'jli-vision'] },
    { words: 'do not identify their networks as relevant', value: 'not-seen-relevant', firms: ['acubiz', 'dge', 'xstream'] },
    { words: 'are aware that they need a network in the new market', value: 'building-network', firms: ['cbrain', 'colourbox', 'ropox'] },
    { words: 'actively use their networks', value: 'active-use', firms: ['brodersen', 'dybvad', 'mensa-heating', 'nupo', 'powercare', 'safecom'] },
  ],
  P4: [
    { words: 'do not actively use their network ties', value: 'no-active-use', firms: ['acoplastic', 'acubiz', 'dge', 'jli-vision', 'mensa-heating'] },
    { words: 'see the gains but lack the ties', value: 'lacking-ties', firms: ['cbrain', 'colourbox', 'xstream'] },
    { words: 'actively use network ties', value: 'active-use', firms: ['brodersen', 'dybvad', 'nupo', 'powercare', 'ropox', 'safecom'] },
  ],
  P5: [
    { words: 'seem to have no or limited entrepreneurship', value: 'limited', firms: ['acoplastic', 'colourbox', 'jli-vision', 'mensa-heating', 'powercare'] },
    { words: 'have newly established routines', value: 'new-routines', firms: ['acubiz', 'cbrain', 'nupo', 'ropox', 'xstream'] },
    { words: 'have established routines and are in key markets', value: 'established-routines', firms: ['brodersen', 'dge', 'dybvad', 'safecom'] },
  ],
  P6: [
    { words: 'only perform limited entrepreneurial activities', value: 'limited-activity', firms: ['acoplastic', 'colourbox', 'jli-vision', 'mensa-heating'] },
    { words: 'direct them toward strategic network building', value: 'network-building', firms: ['acubiz', 'cbrain', 'dybvad', 'nupo'] },
    { words: 'are currently performing them', value: 'current-activity', firms: ['brodersen', 'dge', 'powercare', 'ropox', 'xstream'] },
    { words: 'have extensive experience with them', value: 'extensive-experience', firms: ['safecom'] },
  ],
  P7: [
    { words: 'acknowledge that networks play a big part', value: 'network-led', firms: ['acubiz', 'cbrain', 'colourbox', 'mensa-heating', 'powercare'] },
    { words: 'make the organization flexible', value: 'absorptive-capacity-led', firms: ['acoplastic', 'nupo', 'xstream'] },
    { words: 'have been driven by serendipity', value: 'serendipity-led', firms: ['dge', 'jli-vision'] },
    { words: 'have a more balanced approach', value: 'balanced', firms: ['brodersen', 'dybvad', 'ropox', 'safecom'] },
  ],
};

const models: CaseModel[] = [];

beforeAll(async () => {
  const files = exampleCases('danish-smes');
  const workspace = await workspaceOf(files);
  models.push(...Object.keys(files).flatMap((name) => workspace.analyse(`${ROOT}/${name}`)?.model ?? []));
});

/** The examples whose finding on an item has this value. */
function firmsWith(item: string, value: string): readonly string[] {
  const found = models.filter(({ findings }) => findings.some((finding) => finding.itemId === item && finding.value === value));
  return found.map(({ id }) => id).sort();
}

describe.each(Object.entries(GROUPS))('on %s the examples are grouped as in the thesis', (item, groups) => {
  it.each(groups)('those that $words', ({ value, firms }) => {
    expect(firmsWith(item, value)).toEqual(firms);
  });

  it('every firm is in one group', () => {
    expect(groups.flatMap(({ firms }) => firms).sort()).toEqual(models.map(({ id }) => id).sort());
  });
});
