import type { RuleFinding } from '../../rules/rule.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { Fixer } from './fixer.ts';

/** Puts the pseudonym where a confidential name stands, there or everywhere in the case, in the same form: Hansen’s becomes Firm A’s. */
export const putPseudonym: Fixer = (analysis, finding) => {
  const { pseudonym } = finding.data ?? {};
  const edit = editFor(analysis, finding);
  if (pseudonym === undefined || !edit) return [];
  const same = analysis.findings.filter(({ rule, data }) => rule === finding.rule && data?.pseudonym === pseudonym);
  const edits = same.flatMap((other) => editFor(analysis, other) ?? []);
  const here = { title: `Put “${pseudonym}”`, edits: [edit], preferred: true };
  return edits.length < 2 ? [here] : [here, { title: `Put “${pseudonym}” everywhere in this case`, edits, preferred: false }];
};

/** What may stand within a name without meaning anything by itself: marks and emphasis within it are the author's to move. */
const PLAIN_NAME = /^[\p{L}\p{M}\p{N}\s.,'’\u00AD\u2010-]+$/u;
/** A letter of a name that is written with other signs, in Markdown and in YAML. */
const WRITTEN_LETTER = /&(?:[a-zA-Z]+|#\d+|#[xX][\da-fA-F]+);|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/g;
/** What needs no quotation marks as a value of YAML or of an attribute. */
const PLAIN_VALUE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .’-]*$/u;

function editFor({ text }: CaseAnalysis, { span, data = {} }: RuleFinding): TextEdit | undefined {
  const { pseudonym, place } = data;
  if (pseudonym === undefined || !PLAIN_NAME.test(text.slice(span.start, span.end).replace(WRITTEN_LETTER, 'x'))) return undefined;
  if (place !== 'text' && !PLAIN_VALUE.test(pseudonym)) return undefined;
  // “Firm A” with a bare s would be read as another word.
  const bare = /^s(?![\p{L}\p{N}])/u.test(text.slice(span.end, span.end + 2)) && /(?:[sxz]|(?<!\p{L})\p{L}|\p{N})$/iu.test(pseudonym);
  return { span, newText: bare ? `${pseudonym}’` : pseudonym };
}
