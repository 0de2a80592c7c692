import { describe, expect, it } from 'vitest';
import type { Diagnostic, Hover, Location } from 'vscode-languageserver-protocol';
import { lspStudies } from '../support/lsp-study.ts';

const start = lspStudies();

const caseOf = (transcript: string, text: string): string =>
  `---\ncase: holm\nsources: [{id: ceo, kind: interview, informant: CEO, date: 2011-12-01, transcript: ${transcript}}]\n---\n\n${text}\n`;
const SAID = 'I: How did it begin?\nCEO: We went to Norway in the very first year.\n';
const QUOTED = 'Early: “we went to Sweden in the very first year” [@ceo].';

/** What the rules on quotations find in a case. */
function quotationsIn(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => String(code).startsWith('quote/'));
}

describe('a transcript that is edited while the case is open', () => {
  it('counts as it is saved, and shows its places where its editor has them', async () => {
    const text = caseOf('ceo.txt', QUOTED);
    const { client, study } = await start({ 'case.md': text, 'ceo.txt': SAID }, { diagnostics: 'push' });
    const [uri, transcript] = [study.uri('case.md'), study.uri('ceo.txt')];
    await client.open(uri, text);
    const [altered] = quotationsIn(await client.pushed(uri, (found) => quotationsIn(found).length > 0));
    expect(altered?.code).toBe('quote/altered');
    expect(altered?.relatedInformation?.[0]?.location).toMatchObject({ uri: transcript, range: { start: { line: 1, character: 5 } } });

    // The words themselves, and then lines above: nothing of it is saved.
    const corrected = SAID.replace('Norway', 'Sweden');
    const edited = `An interview in the spring.\n\n${corrected}`;
    await client.open(transcript, SAID);
    await client.change(transcript, 2, corrected);
    await client.change(transcript, 3, edited);
    const inCase = { textDocument: { uri }, position: { line: 5, character: 12 } };
    const [place] = await client.connection.sendRequest<Location[]>('textDocument/definition', inCase);
    expect(place).toMatchObject({ uri: transcript, range: { start: { line: 3, character: 5 } } });
    const back = { textDocument: { uri: transcript }, position: { line: 3, character: 8 }, context: { includeDeclaration: false } };
    expect(await client.connection.sendRequest<Location[]>('textDocument/references', back)).toHaveLength(1);
    const hover = (): Promise<Hover> => client.connection.sendRequest('textDocument/hover', inCase);
    expect((await hover()).contents).toMatchObject({ value: expect.stringContaining('**Said otherwise**') as string });

    study.write('ceo.txt', edited);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: transcript, type: 2 }] });
    await client.pushed(uri, (found) => quotationsIn(found).length === 0);
    expect((await hover()).contents).toMatchObject({ value: expect.stringContaining('**Said so**') as string });
    expect(await client.connection.sendRequest('textDocument/definition', inCase)).toEqual([place]);
  });
});

describe('a transcript that cannot be read', () => {
  const HUGE = new Uint8Array(20_000_001).fill(0x61);
  const LATIN_1 = Uint8Array.from('CEO: Vi gik til Norge i det f\u00f8rste \u00e5r.', (sign) => sign.charCodeAt(0));
  it.each([
    ['is not there', 'nowhere.txt', {}, 'The transcript “nowhere.txt” does not exist.'],
    ['is too large', 'ceo.txt', { 'ceo.txt': HUGE }, 'it is larger than 20 MB'],
    ['is not UTF-8', 'ceo.txt', { 'ceo.txt': LATIN_1 }, 'it is not saved as UTF-8; save it again with the encoding UTF-8'],
    ['is no text', 'ceo.docx', { 'ceo.docx': 'PK\u0003\u0004\0\0\0' }, 'it is not a text file'],
    ['is a folder', 'talks', { 'talks/ceo.txt': SAID }, 'it is a folder'],
    ['lies outside of the folder that is open', '../../etc/passwd', {}, 'it lies outside the folder that is open'],
  ])('and %s is reported where it is named, and no quotation is judged', async (_what, name, files, reason) => {
    const text = caseOf(name, QUOTED);
    const { client, study } = await start({ 'case.md': text, ...files });
    await client.open(study.uri('case.md'), text);
    const report = await client.pull(study.uri('case.md'));
    const found = 'items' in report ? quotationsIn(report.items) : [];
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'quote/no-transcript', range: { start: { line: 2, character: text.split('\n')[2]?.indexOf(name) } } });
    expect(found[0]?.message).toContain(reason);
  });
});
