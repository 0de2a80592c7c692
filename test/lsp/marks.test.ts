import { describe, expect, it } from 'vitest';
import { FrameworkNamesRequest, MarksRequest } from '../../server/src/protocol.ts';
import { SMALL_STUDY } from '../support/features.ts';
import { lspStudies } from '../support/lsp-study.ts';

const start = lspStudies();
const HERE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

describe('whoever shows marks in the text', () => {
  it('is told their places in the version that is open, and nothing of a file that is no case', async () => {
    const { client, study } = await start({ ...SMALL_STUDY, 'a.md': '', 'b.md': '' });
    await client.open(study.uri('a.md'), '---\ncase: a\n---\n\nOne :A2.\n');
    await client.open(study.uri('b.md'), 'Just :A2 text.\n');
    await client.change(study.uri('a.md'), 2, '---\ncase: a\n---\n\nNow :A1[this].\n');
    expect(await client.connection.sendRequest(MarksRequest, { uri: study.uri('a.md'), ranges: [HERE] })).toEqual({
      version: 2,
      marks: [
        {
          item: 'A1',
          framework: 0,
          form: 'text',
          range: { start: { line: 4, character: 8 }, end: { line: 4, character: 12 } },
          nameRange: { start: { line: 4, character: 5 }, end: { line: 4, character: 7 } },
        },
      ],
      bars: [],
    });
    expect(await client.connection.sendRequest(MarksRequest, { uri: study.uri('b.md'), ranges: [HERE] })).toBeNull();
  });

  it('is told what the items are called, those of the team’s own frameworks too', async () => {
    const { client, study } = await start(SMALL_STUDY);
    const { frameworks, usual } = await client.connection.sendRequest(FrameworkNamesRequest, { folder: study.uri('') });
    expect(usual).toEqual(['small']);
    expect(frameworks.map(({ id }) => id)).toEqual(expect.arrayContaining(['policy-themes', 'small']));
    expect(frameworks.find(({ id }) => id === 'small')?.items[0]).toEqual({ id: 'A1', label: 'Timing', headings: ['timing', 'first steps'] });
  });
});
