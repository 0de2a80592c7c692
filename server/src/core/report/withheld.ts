import { maskNames } from '../confidentiality/mask-names.ts';
import { ruleSettings } from '../config/config-schema.ts';
import { realName, type RealNamePlace } from '../rules/confidentiality/real-name.ts';
import type { Range } from '../text/line-index.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** Why what a case says in tables must not be given to others. */
export interface Withheld {
  /** A sentence or two that repeat no name. */
  readonly why: string;
  /** Where the name stands; null where it is no single place. */
  readonly at: Range | null;
}

const NAME_STANDS =
  'A name that is to stay confidential stands here, and whoever gets the table would see it. Write a pseudonym, or switch confidentiality/real-name off here and say why.';
const LIST_MISSING = 'The list of confidential names could not be read, so one of them could be shown to others. See to the list first.';

const IN_TABLES: ReadonlySet<string> = new Set<RealNamePlace>(['syntax', 'front-matter', 'file-name', 'list']);

/**
 * Whether tables for others (coverage, the matrix) must not show a case; null when they may. They show front matter, the
 * notes of marks and the name of the file, and nothing of the text. What the author has let pass, with a reason, passes here, too.
 */
export function withheldFrom(analysis: CaseAnalysis): Withheld | null {
  if (!looksForNames(analysis)) return null;
  const { confidential, findings, lines } = analysis;
  if (confidential.lacksTeamList) return { why: LIST_MISSING, at: null };
  const shown = findings.find(({ rule, data }) => rule === realName.id && IN_TABLES.has(data?.place ?? ''));
  if (!shown) return null;
  return { why: shown.data?.place === 'list' ? LIST_MISSING : NAME_STANDS, at: lines.rangeOf(shown.span) };
}

/** Whether confidential names are looked for at all. */
function looksForNames({ project }: CaseAnalysis): boolean {
  return ruleSettings(project.config).get(realName.id)?.severity !== 'off';
}

/** A sentence about a case as others may read it, in a log or an export: rules quote what they speak of, and that may be a name. */
export function forOthers(sentence: string, analysis: CaseAnalysis): string {
  if (!looksForNames(analysis)) return sentence;
  return maskNames(
    sentence,
    analysis.confidential.lists.map(({ list }) => list),
  );
}
