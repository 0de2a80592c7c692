import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exampleCases } from './features.ts';
import { PROJECT_ROOT } from './workspace.ts';

/**
 * A case of the examples whose interview has a transcript, which was made up for tests: files by name. It holds one quotation
 * that stands in the transcript word for word.
 * @param more text that is added to its section on modes of entry
 */
export function quotedCase(more = ''): { readonly 'brodersen.md': string; readonly 'int-ceo.txt': string } {
  const example = exampleCases('danish-smes')['danish-smes/brodersen.md'] ?? '';
  const withTranscript = example.replace('{id: int-ceo, kind: interview,', '{id: int-ceo, kind: interview, transcript: int-ceo.txt,');
  const text = withTranscript.replace('\n## Managers who bring', `${more === '' ? '' : `\n${more}\n`}\n## Managers who bring`);
  return { 'brodersen.md': text, 'int-ceo.txt': readFileSync(path.join(PROJECT_ROOT, 'test/fixtures/quoted/int-ceo.txt'), 'utf8') };
}
