import type { Finding } from '../../model/case-model.ts';
import { nodeAt } from '../../syntax/yaml-node.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { likelyVerdicts } from '../likely-verdicts.ts';
import { choice, literal } from '../snippet-text.ts';
import type { YamlSource } from '../yaml-text.ts';
import type { Fix, Fixer } from './fixer.ts';
import { insertField } from './yaml-edit.ts';
import { isBlank } from '../yaml-places.ts';

/** What an edit is for: to be carried out as it is, or to be filled in by the author. */
type Mode = 'plain' | 'snippet';

/** Records that an item does not apply to this case. Not where text is marked as being about it, which would contradict that. */
export const recordNotApplicable: Fixer = (analysis, { data = {} }) => {
  const { item: id = '' } = data;
  const coverage = analysis.coverage.items.find(({ entry }) => entry.item.id === id);
  if (!coverage || coverage.marks.some((mark) => mark.form !== 'heading')) return [];
  const title = `Record that ${id} does not apply, with the reason`;
  if (coverage.finding && !isBlank(nodeAt(analysis.model.fields, ['findings', id]))) {
    const { finding } = coverage;
    return fixOf(title, false, (mode) => changeVerdict(analysis, finding, mode));
  }
  return fixOf(title, false, (mode) =>
    addFinding(analysis, id, [
      ['verdict', 'not-applicable'],
      ['because', reasonIn(mode, 1)],
    ]),
  );
};

/** Turns the finding that there is into one that the item does not apply; its reason stays. */
function changeVerdict(analysis: CaseAnalysis, { itemId, verdictSpan, because }: Finding, mode: Mode): TextEdit | undefined {
  const path = ['findings', itemId];
  const verdict = verdictSpan ? { span: verdictSpan, newText: 'not-applicable' } : insertField(analysis, [...path, 'verdict'], 'not-applicable');
  if (!verdict || because !== undefined) return verdict;
  const reason = insertField(analysis, [...path, 'because'], reasonIn(mode, 1));
  return reason ? joinEdits(analysis.text, verdict, reason, mode) : verdict;
}

/** Two edits as one that covers what stands between them, too. */
function joinEdits(text: string, a: TextEdit, b: TextEdit, mode: Mode): TextEdit {
  const [first, second] = b.span.start < a.span.start ? [b, a] : [a, b];
  const between = text.slice(first.span.end, second.span.start);
  return {
    span: { start: first.span.start, end: second.span.end },
    newText: first.newText + (mode === 'snippet' ? literal(between) : between) + second.newText,
  };
}

/** Adds a finding on an item, to be filled in; or the value or verdict that it lacks. */
export const concludeOnItem: Fixer = (analysis, { data = {} }) => {
  const { item: id = '' } = data;
  const item = analysis.frameworks.byId.get(id)?.item;
  if (!item) return [];
  const values = item.values.map((value) => value.id);
  const verdicts = likelyVerdicts(analysis.coverage.items.find(({ entry }) => entry.item === item));
  if (isBlank(nodeAt(analysis.model.fields, ['findings', id]))) {
    return fixOf(`Add a finding on ${id}`, true, (mode) => {
      const value = mode === 'plain' ? '' : choice(1, values);
      const verdict = mode === 'plain' ? '' : choice(2, verdicts);
      const fields = [['value', value] as const, ['verdict', verdict] as const, ['because', reasonIn(mode, 3)] as const];
      return addFinding(analysis, id, values.length > 0 ? fields : fields.slice(1));
    });
  }
  return fixOf(`Add a verdict to the finding on ${id}`, true, (mode) =>
    insertField(analysis, ['findings', id, 'verdict'], mode === 'plain' ? '' : choice(1, verdicts)),
  );
};

/** Adds the reason that a finding lacks, for the author to type. */
export const addReason: Fixer = (analysis, { data = {} }) =>
  fixOf('Add the reason', true, (mode) => insertField(analysis, ['findings', data.item ?? '', 'because'], reasonIn(mode, 1)));

/** A reason is the author's to give: until it is typed it is blank, and the case says so. */
function reasonIn(mode: Mode, number: number): string {
  return mode === 'plain' ? '""' : `"$${number}"`;
}

/** Findings stand in the order of the items. */
function addFinding(analysis: CaseAnalysis, id: string, finding: YamlSource): TextEdit | undefined {
  const order = analysis.frameworks.items.map(({ item }) => item.id);
  return insertField(analysis, ['findings', id], finding, order);
}

function fixOf(title: string, preferred: boolean, edit: (mode: Mode) => TextEdit | undefined): Fix[] {
  const plain = edit('plain');
  const snippet = edit('snippet');
  return plain && snippet ? [{ title, edits: [plain], preferred, snippet }] : [];
}
