import { expect } from 'vitest';
import type { RuleFinding } from '../../server/src/core/rules/rule.ts';
import { readMarkers } from '../support/marked-text.ts';
import { analyse, ROOT, workspaceOf } from '../support/workspace.ts';

/**
 * Checks a case and expects one rule to report exactly the places between `‹|` and `|›` (none: nothing).
 * @param files files beside the case, by name
 * @returns what the rule reports, for a look at messages and data
 */
export async function check(rule: string, marked: string, files: Readonly<Record<string, string>> = {}): Promise<RuleFinding[]> {
  const { text } = readMarkers(marked);
  const { findings } = await analyse(text, files);
  return expectPlaces(rule, marked, findings);
}

/** The same check for many cases one after the other, none of which has files beside it. */
export async function checker(rule: string): Promise<(marked: string) => RuleFinding[]> {
  const uri = `${ROOT}/case.md`;
  const workspace = await workspaceOf({ 'case.md': '---\ncase: x\n---\n' });
  return (marked) => {
    workspace.setDocument(uri, readMarkers(marked).text);
    return expectPlaces(rule, marked, workspace.analyse(uri)?.findings ?? []);
  };
}

function expectPlaces(rule: string, marked: string, findings: readonly RuleFinding[]): RuleFinding[] {
  const { text, ranges } = readMarkers(marked);
  const found = findings.filter((finding) => finding.rule === rule);
  const places = [...new Set(found.map(({ span }) => `${span.start}-${span.end}`))];
  expect(places.map((place) => show(text, place))).toEqual(ranges.map((span) => show(text, `${span.start}-${span.end}`)));
  return found;
}

/** A place with its text, so that a failing test can be read. */
function show(text: string, place: string): string {
  const [start = 0, end = 0] = place.split('-').map(Number);
  return `${place}: ${text.slice(start, end)}`;
}

/** A case with the given front matter (besides `case` and `frameworks`) and body. */
export function caseOf(fields: string, body: string, frameworks = 'internationalization-capacity'): string {
  return `---\ncase: nordlys\nframeworks: [${frameworks}]\n${fields}${fields === '' || fields.endsWith('\n') ? '' : '\n'}---\n\n${body}`;
}

/** Configuration under which no text is thin, for tests in which length does not matter. */
export const ANY_LENGTH = { 'casewright.yaml': 'rules: {coverage/thin: {min_words: 0}}\n' };
