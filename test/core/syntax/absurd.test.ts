import { describe, expect, it } from 'vitest';
import { ROOT, workspaceOf } from '../../support/workspace.ts';

const HEAD = '---\ncase: one\nframeworks: [internationalization-capacity]\nsources:\n  - {id: int, kind: interview}\n---\n\n';
const PARAGRAPH = 'Embassies open markets [@int] and :P4[more text]{supports} here :T9.\n\n';

/** Text that is no prose, or made to harm. Each would take minutes, or all memory, if the parsers were let loose on it. */
const ABSURD: Readonly<Record<string, string>> = {
  'five megabytes of paragraphs': HEAD + PARAGRAPH.repeat(70_000),
  'a hundred thousand headings': HEAD + '# Timing\n\nx\n\n'.repeat(100_000),
  'five megabytes on one line': HEAD + 'word '.repeat(1_000_000),
  'an image of five megabytes in the text': `${HEAD}![x](data:image/png;base64,${'iVBORw0KGgo'.repeat(450_000)})\n`,
  'open brackets': HEAD + '['.repeat(200_000),
  'signs of emphasis': HEAD + '_*'.repeat(100_000),
  'quotations in quotations': HEAD + '>'.repeat(20_000),
  'lists in lists': HEAD + '- '.repeat(5_000),
  'containers in containers': HEAD + ':::P3\n'.repeat(5_000),
  'marks in marks': HEAD + ':P3['.repeat(5_000),
  'comments that never end': HEAD + '<!--'.repeat(100_000),
  'comments that never end within a paragraph': HEAD + 'x <!--'.repeat(30_000),
  'references to nothing': HEAD + '[a][b]'.repeat(30_000),
  'at signs in a bracket': `${HEAD}[${'@'.repeat(190_000)}`,
  'dots without end': `${HEAD}${'.'.repeat(190_000)}x`,
  'a title of five megabytes': `---\ncase: one\ntitle: "${'x'.repeat(5_000_000)}"\n---\n`,
  'sixty thousand findings': `---\ncase: one\nfindings:\n${Array.from({ length: 60_000 }, (_, index) => `  P${index}: {value: x}\n`).join('')}---\n`,
  'brackets in the front matter': `---\ncase: one\na: ${'['.repeat(100_000)}\n---\n`,
};

describe('a case is not lost, and nobody waits for', () => {
  it.each(Object.entries(ABSURD))('%s', async (_, text) => {
    const workspace = await workspaceOf({ 'one.md': text });
    const analysis = workspace.analyse(`${ROOT}/one.md`);
    expect(analysis?.model.id).toBe('one');
    const outside = analysis?.findings.filter(({ span }) => span.start < 0 || span.end > text.length || span.start > span.end);
    expect(outside).toEqual([]);
  });
});
