import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import type { Mark } from '../../coverage/mark.ts';
import { relatedPlaces } from '../places.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { counted, nameOfItem } from '../wording.ts';

/** A verdict that the marked text speaks against: one of the two is wrong (COREQ 30, consistency of data and findings). */
export const findingContradictsEvidence = defineRule({
  id: 'finding/contradicts-evidence',
  title: 'A verdict agrees with the evidence',
  severity: 'warning',
  hasFix: false,
  options: NO_OPTIONS,
  *check(facts) {
    for (const coverage of facts.coverage.items) {
      const { finding, entry } = coverage;
      const conflict = conflictOf(coverage);
      if (!finding?.verdictSpan || !conflict) continue;
      yield {
        span: finding.verdictSpan,
        message: `The finding on ${nameOfItem(entry.item)}, is “${finding.verdict ?? ''}”, but ${conflict.but}. ${conflict.way}`,
        related: relatedPlaces(
          conflict.marks.map((mark) => mark.nameSpan),
          conflict.label,
        ),
        data: { item: entry.item.id },
      };
    }
  },
});

interface Conflict {
  /** Completes "The finding is …, but …". */
  readonly but: string;
  readonly way: string;
  /** The marks that speak against the verdict, and what is said of each. */
  readonly marks: readonly Mark[];
  readonly label: string;
}

const RECONSIDER = 'Change the verdict, or the stance of text that was marked wrongly.';

function conflictOf(coverage: ItemCoverage): Conflict | undefined {
  switch (coverage.finding?.verdict) {
    case 'supported':
      return supportedAgainstEvidence(coverage);
    case 'not-supported':
      return rejectedAgainstEvidence(coverage);
    case 'not-applicable':
      return notApplicableDespiteMarks(coverage);
    default:
      return undefined;
  }
}

function supportedAgainstEvidence({ stances, marks }: ItemCoverage): Conflict | undefined {
  if (stances.contradicts <= stances.supports) return undefined;
  const but = `${counted(stances.contradicts, 'passage')} ${stances.contradicts === 1 ? 'contradicts' : 'contradict'} it and ${stances.supports === 0 ? 'none supports' : `only ${stances.supports} ${stances.supports === 1 ? 'supports' : 'support'}`} it`;
  return { but, way: RECONSIDER, marks: marks.filter((mark) => mark.stances.includes('contradicts')), label: 'contradicts it' };
}

function rejectedAgainstEvidence({ stances, marks }: ItemCoverage): Conflict | undefined {
  if (stances.supports === 0 || stances.contradicts + stances.qualifies + stances.rival > 0) return undefined;
  const but = `the text marked with a stance supports it and nothing contradicts it`;
  return { but, way: RECONSIDER, marks: marks.filter((mark) => mark.stances.includes('supports')), label: 'supports it' };
}

/** A heading marks its section by itself; a section that explains why an item does not apply is no contradiction. */
function notApplicableDespiteMarks({ marks }: ItemCoverage): Conflict | undefined {
  const deliberate = marks.filter((mark) => mark.form !== 'heading');
  if (deliberate.length === 0) return undefined;
  const but = `${counted(deliberate.length, 'passage')} ${deliberate.length === 1 ? 'is' : 'are'} marked as being about it`;
  return { but, way: 'Give it another verdict, or take the marks away.', marks: deliberate, label: 'marked as being about it' };
}
