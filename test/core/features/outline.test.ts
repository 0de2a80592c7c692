import { describe, expect, it } from 'vitest';
import { foldingSpans } from '../../../server/src/core/features/folding.ts';
import { codeLenses } from '../../../server/src/core/features/lenses.ts';
import { documentSymbols, type CaseSymbol } from '../../../server/src/core/features/symbols.ts';
import { SMALL_STUDY } from '../../support/features.ts';
import { analyse } from '../../support/workspace.ts';

const CASE = `---
case: x
sources:
  - {id: int-ceo, kind: interview}
  - id: web
    kind: documentation
findings:
  A1: {value: early, verdict: supported, because: "It did"}
---

# The whole story

## First steps

:A2[Friends helped [@int-ceo]] and :A2[others] :A3.

::::A2{supports}
Inner text.

:::A3
Deeper.
:::
::::

## Other matters :A3

<!-- one line -->

<!-- several
lines -->
`;

function outline(symbols: readonly CaseSymbol[], indent = ''): string[] {
  return symbols.flatMap((symbol) => [
    `${indent}${symbol.kind}: ${symbol.name}${symbol.detail === undefined ? '' : ` (${symbol.detail})`}`,
    ...outline(symbol.children, `${indent}  `),
  ]);
}

describe('the outline', () => {
  it('shows front matter, sections and containers with what they hold and how their items stand', async () => {
    expect(outline(documentSymbols(await analyse(CASE, SMALL_STUDY)))).toEqual([
      'front-matter: Front matter (x)',
      '  field: sources',
      '    source: int-ceo (interview)',
      '    source: web (documentation)',
      '  field: findings',
      '    finding: A1 (early)',
      'section: The whole story',
      '  section: First steps (A1 · thin · 7 words)',
      '    mark: A2, Networks (A2 · thin · 6 words)',
      '      mark: A3, Performance (A3 · thin · 5 words)',
      '  section: Other matters (A3 · thin · 5 words)',
    ]);
  });

  it('names a heading without words, since editors refuse nameless entries', async () => {
    expect(outline(documentSymbols(await analyse('---\ncase: x\n---\n\n##\n', SMALL_STUDY)))).toEqual([
      'front-matter: Front matter (x)',
      'section: (untitled)',
    ]);
  });

  it('leaves out a source that is written elsewhere in the front matter', async () => {
    const text = '---\ncase: x\nfirm: &a {id: b, kind: interview}\nsources: [*a]\n---\n';
    for (const symbol of documentSymbols(await analyse(text, SMALL_STUDY))) expect(symbol.span.end).toBeLessThanOrEqual(text.length);
  });
});

describe('code lenses', () => {
  it('say once a line how each item marked there stands', async () => {
    const analysis = await analyse(CASE, SMALL_STUDY);
    const shown = codeLenses(analysis).map((lens) => `${analysis.lines.positionAt(lens.span.start).line + 1} ${lens.item}: ${lens.title}`);
    expect(shown).toEqual([
      '13 A1: A1 · thin · 7 words',
      '15 A2: A2 · thin · 6 words',
      '15 A3: A3 · thin · 5 words',
      '17 A2: A2 · thin · 6 words',
      '20 A3: A3 · thin · 5 words',
      '25 A3: A3 · thin · 5 words',
    ]);
  });
});

describe('folding', () => {
  it('folds the front matter, containers and long comments, and leaves sections to the editor', async () => {
    const analysis = await analyse(CASE, SMALL_STUDY);
    const line = (offset: number): number => analysis.lines.positionAt(offset).line + 1;
    expect(foldingSpans(analysis).map(({ kind, span }) => `${kind} ${line(span.start)}-${line(span.end)}`)).toEqual([
      'front-matter 1-9',
      'mark 17-23',
      'mark 20-22',
      'comment 29-30',
    ]);
  });
});
