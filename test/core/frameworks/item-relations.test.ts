import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../../server/src/core/features/hover/hover-at.ts';
import type { FrameworkItem } from '../../../server/src/core/frameworks/framework-set.ts';
import { relationsOf } from '../../../server/src/core/frameworks/item-relations.ts';
import { loadPack } from '../../../server/src/core/frameworks/load-pack.ts';
import { frameworkText } from '../../../server/src/core/report/framework-text.ts';
import { withCursor } from '../../support/features.ts';
import { analyse } from '../../support/workspace.ts';

const PACK = `id: own
title: Our own
source: {authors: [Doe], year: 2020, title: T}
kind: knowledge-types
traits:
  - id: holder
    label: Held by
    description: With whom it sits.
    values: [{id: managers, label: Managers, description: Those who decide}, {id: advisers, label: Advisers}]
  - {id: form, label: Form, values: [{id: tacit, label: Tacit}, {id: explicit, label: Explicit}]}
perspectives: [{id: stage, label: Stage theory}, {id: network, label: Network theory}]
conditions:
  - {id: sector, label: Sector, description: What the firm does., predictions: {network: depends, stage: {value: late, because: It is new}}, at: p. 6}
links:
  - {from: K1, to: K2, kind: influences, note: It helps, at: p. 1}
  - {from: K1, to: K3, kind: influences, note: It helps, at: p. 1}
  - {from: K3, to: K2, kind: influences, at: p. 1}
  - {from: K3, to: K1, kind: moderates, at: p. 1}
  - {from: K2, to: K1, kind: reinforces, at: p. 1}
  - {from: K2, to: K3, kind: interacts, at: p. 1}
  - {from: K4, to: KG, kind: feeds-back, note: From *below*, at: p. 1}
items:
  - {id: KG, label: Knowledge, statement: What one knows., at: p. 1}
  - {id: K4, label: Rules, statement: What is allowed., at: p. 5}
  - {id: K1, label: Markets, parent: KG, traits: {form: tacit, holder: [advisers, managers]}, statement: Where to sell., questions: [Where?], values: [much, little], at: "p. 2, *top*"}
  - {id: K2, label: Products, parent: KG, traits: {form: explicit}, statement: What to sell., at: p. 3}
  - {id: K3, label: Rivals, parent: K2, statement: Who else sells., at: p. 4}
`;

function ownFramework(): FrameworkItem['framework'] {
  const { pack } = loadPack('file:///own.yaml', PACK);
  if (!pack) throw new Error('This framework does not load.');
  return { ...pack, uri: 'file:///own.yaml' };
}

/** Checks what is said of an item beyond itself. */
function check(id: string, ...expected: string[]): void {
  const framework = ownFramework();
  const item = framework.items.find((candidate) => candidate.id === id);
  expect(item && relationsOf({ framework, item }), id).toEqual(expected);
}

describe('an item’s place in its framework', () => {
  it('is given by its traits, in the framework’s order, by its whole, and by the arrows on both of their ends', () => {
    check(
      'K1',
      'Held by: Managers, Advisers · Form: Tacit',
      'Part of KG Knowledge',
      'Influences K2 Products, K3 Rivals (It helps)',
      'The influence on it is moderated by K3 Rivals',
      'Is reinforced by K2 Products',
    );
    check(
      'K2',
      'Form: Explicit',
      'Part of KG Knowledge',
      'Its parts: K3 Rivals (text about them counts here, too)',
      'Is influenced by K1 Markets (It helps)',
      'Is influenced by K3 Rivals',
      'Reinforces K1 Markets',
      'Interacts with K3 Rivals',
    );
    check(
      'K3',
      'Part of K2 Products',
      'Is influenced by K1 Markets (It helps)',
      'Influences K2 Products',
      'Moderates the influence on K1 Markets',
      'Interacts with K2 Products',
    );
  });
  it('is that of a group by its own parts, not theirs', () => {
    check('KG', 'Its parts: K1 Markets, K2 Products (text about them counts here, too)', 'Is fed by K4 Rules (From *below*)');
  });

  it('is shown where the item is explained, with its place in the source at the end', async () => {
    const { text, offset } = withCursor('---\ncase: x\n---\n\nText :K<|>1[marked].\n');
    const hover = hoverAt(await analyse(text, { 'casewright.yaml': 'frameworks: [./own.yaml]\n', 'own.yaml': PACK }), offset);
    expect(hover?.markdown).toBe(
      [
        '**K1 · Markets** (Our own)',
        'Where to sell.',
        '- Where?',
        '**Status:** thin (too few words, or a placeholder). 1 word · no source',
        '*In the framework:*',
        '- Held by: Managers, Advisers · Form: Tacit\n- Part of KG Knowledge\n- Influences K2 Products, K3 Rivals (It helps)\n- The influence on it is moderated by K3 Rivals\n- Is reinforced by K2 Products',
        '*Where in the source:* p. 2, \\*top\\*',
      ].join('\n\n'),
    );
  });
  it('is shown of a whole framework, parts below their wholes', async () => {
    const { text, offset } = withCursor('---\ncase: x\nframeworks: [ow<|>n]\n---\n');
    const hover = hoverAt(await analyse(text, { 'casewright.yaml': 'frameworks: [./own.yaml]\n', 'own.yaml': PACK }), offset);
    expect(hover?.markdown).toContain(
      '- `KG` Knowledge · missing\n  - `K1` Markets · missing\n  - `K2` Products · missing\n    - `K3` Rivals · missing\n- `K4` Rules · missing',
    );
  });
  it('is shown by the command line, with what the traits mean and the conditions on which theories differ', () => {
    const shown = frameworkText(ownFramework(), { width: 60, colour: false });
    expect(shown).toContain(
      '\n\n  Held by: With whom it sits.\n    - Managers: Those who decide\n    - Advisers\n\n  Form\n    - Tacit\n    - Explicit\n\nKG  Knowledge\n',
    );
    expect(shown).toContain(
      [
        '  K1  Markets',
        '    Where to sell.',
        '    Ask:',
        '      - Where?',
        '    A finding may say:',
        '      - much',
        '      - little',
        '    In the framework:',
        '      - Held by: Managers, Advisers · Form: Tacit',
        '      - Part of KG Knowledge',
        '      - Influences K2 Products, K3 Rivals (It helps)',
        '      - The influence on it is moderated by K3 Rivals',
        '      - Is reinforced by K2 Products',
        '    Where in the source: p. 2, *top*',
        '',
        '  K2  Products',
      ].join('\n'),
    );
    expect(shown).toMatch(
      /\n\nSector\n {2}What the firm does\.\n {2}Expected by:\n {4}- Stage theory: late \(It is new\)\n {4}- Network theory: depends\n {2}Where in the source: p\. 6\n$/,
    );
    expect(shown.match(/^ *K[G1-4] {2}/gm)).toEqual(['KG  ', '  K1  ', '  K2  ', '    K3  ', 'K4  ']);
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});
