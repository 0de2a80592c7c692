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
  return { 'brodersen.md': text, 'int-ceo.txt': fixture('int-ceo.txt') };
}

/**
 * A study in which every arrow of the chain of evidence can be walked: the quoted case with a paragraph on Korea that cites
 * a bibliography and has one word wrong in a quotation, and a second case on the same firm that rests on the same files.
 */
export function quotedStudy(): Readonly<Record<'brodersen.md' | 'chile.md' | 'int-ceo.txt' | 'references.bib' | 'casewright.yaml', string>> {
  return {
    ...quotedCase(
      `:P4[He was let in since “he knew the customers by their second names” [@int-ceo], which is one\nsource of evidence among others [@yin2018].]{supports}`,
    ),
    'chile.md': CHILE,
    'references.bib': fixture('references.bib'),
    'casewright.yaml': 'bibliography: [references.bib]\n',
  };
}

const CHILE = `---
case: chile
title: Brodersen in Chile
frameworks: [internationalization-capacity]
sources:
  - {id: ceo, kind: interview, informant: CEO, date: 2012-03-01, transcript: int-ceo.txt}
---

## The next office

:P4[The CEO has “no doubt that local presence is what brings sales” [@ceo].]{supports} Whether that holds is another
matter [@yin2018].
`;

function fixture(name: string): string {
  return readFileSync(path.join(PROJECT_ROOT, 'test/fixtures/quoted', name), 'utf8');
}
