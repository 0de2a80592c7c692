import { expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { lspStudies } from '../support/lsp-study.ts';

const start = lspStudies();

const FINDING = '  P4: {verdict: supported, because: "A broker"}';
const CASE = `---
case: holm
frameworks: [internationalization-capacity]
sources: [{id: ceo, kind: interview, informant: CEO, date: 2011-12-01, transcript: ceo.txt}]
findings:
${FINDING}
---

:P4[He said “we knew a broker […] very well” [@ceo].]
`;
const SAID = 'We knew a broker in Norway very well.\n';

it('any editor can confirm a finding, and is told when the transcript that its text quotes is another one', async () => {
  const { client, study } = await start({ 'case.md': CASE, 'ceo.txt': SAID }, { diagnostics: 'push' });
  const [uri, transcript] = [study.uri('case.md'), study.uri('ceo.txt')];
  const isSuspect = (found: readonly Diagnostic[]): boolean => found.some(({ code }) => code === 'finding/suspect');
  await client.open(uri, CASE);
  const cursor = { line: 5, character: 4 };
  const asked = { textDocument: { uri }, range: { start: cursor, end: cursor }, context: { diagnostics: [] } };
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', asked);
  const confirm = actions.find(({ title }) => title.startsWith('Confirm the finding on P4'));
  const [edit] = confirm?.edit?.changes?.[uri] ?? [];
  const confirmed = CASE.replace(FINDING, FINDING.replace('}', `${edit?.newText ?? ''}}`));
  await client.change(uri, 2, confirmed);
  expect(isSuspect(await client.pushed(uri, (found) => found.length > 0 && !isSuspect(found)))).toBe(false);

  study.write('ceo.txt', SAID.replace('Norway', 'Sweden'));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: transcript, type: 2 }] });
  const suspect = (await client.pushed(uri, isSuspect)).find(({ code }) => code === 'finding/suspect');
  expect(suspect?.message).toContain('“we knew a broker very well” reads differently in the transcript');
  expect(suspect?.relatedInformation?.map(({ location }) => location.uri)).toEqual([uri, transcript]);
});
