import { realName } from './confidentiality/real-name.ts';
import { consistencyClassification } from './consistency/classification.ts';
import { consistencyDates } from './consistency/dates.ts';
import { growthFigure } from './consistency/growth-figure.ts';
import { partsSum } from './consistency/parts-sum.ts';
import { textVsField } from './consistency/text-vs-field.ts';
import { coverageMissing } from './coverage/missing.ts';
import { coveragePlaceholder } from './coverage/placeholder.ts';
import { coverageThin } from './coverage/thin.ts';
import { evidenceNoSource } from './evidence/no-source.ts';
import { evidenceNoStance } from './evidence/no-stance.ts';
import { evidenceOneSided } from './evidence/one-sided.ts';
import { evidenceSingleSource } from './evidence/single-source.ts';
import { evidenceUnknownAttribute } from './evidence/unknown-attribute.ts';
import { evidenceUnknownSource } from './evidence/unknown-source.ts';
import { evidenceUnusedSource } from './evidence/unused-source.ts';
import { findingContradictsEvidence } from './finding/contradicts-evidence.ts';
import { findingInvalidValue } from './finding/invalid-value.ts';
import { findingMissing } from './finding/missing.ts';
import { findingNoReason } from './finding/no-reason.ts';
import { findingSuspect } from './finding/suspect.ts';
import { ambiguousItem } from './framework/ambiguous-item.ts';
import { unknownFramework } from './framework/unknown-framework.ts';
import { unknownItem } from './framework/unknown-item.ts';
import { duplicateCase } from './front-matter/duplicate-case.ts';
import { invalidValue } from './front-matter/invalid-value.ts';
import { missingField } from './front-matter/missing-field.ts';
import { frontMatterSyntax } from './front-matter/syntax.ts';
import { unknownField } from './front-matter/unknown-field.ts';
import { quoteAltered } from './quote/altered.ts';
import { quoteNoTranscript } from './quote/no-transcript.ts';
import { quoteNotInTranscript } from './quote/not-in-transcript.ts';
import { quoteUnattributed } from './quote/unattributed.ts';
import type { Rule } from './rule.ts';
import { outsideCriteria } from './sample/outside-criteria.ts';
import { duplicateSection } from './structure/duplicate-section.ts';
import { emptySection } from './structure/empty-section.ts';
import { misreadMark } from './structure/misread-mark.ts';
import { missingSection } from './structure/missing-section.ts';
import { sectionOrder } from './structure/section-order.ts';
import { unclosedMark } from './structure/unclosed-mark.ts';
import { suppressionNoReason } from './suppression/no-reason.ts';
import { suppressionUnused } from './suppression/unused.ts';

/** Every rule there is, area by area. Adding one means adding a line here and a page in docs/rules. */
export const allRules: readonly Rule[] = [
  frontMatterSyntax,
  unknownField,
  missingField,
  invalidValue,
  duplicateCase,
  unknownFramework,
  unknownItem,
  ambiguousItem,
  coverageMissing,
  coverageThin,
  coveragePlaceholder,
  evidenceNoSource,
  evidenceSingleSource,
  evidenceUnknownSource,
  evidenceUnknownAttribute,
  evidenceUnusedSource,
  evidenceOneSided,
  evidenceNoStance,
  findingMissing,
  findingInvalidValue,
  findingNoReason,
  findingContradictsEvidence,
  findingSuspect,
  missingSection,
  sectionOrder,
  duplicateSection,
  emptySection,
  unclosedMark,
  misreadMark,
  quoteNotInTranscript,
  quoteAltered,
  quoteUnattributed,
  quoteNoTranscript,
  consistencyDates,
  textVsField,
  growthFigure,
  partsSum,
  consistencyClassification,
  realName,
  outsideCriteria,
  suppressionNoReason,
  suppressionUnused,
];
