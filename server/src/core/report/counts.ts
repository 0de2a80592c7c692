import { SEVERITIES, type Severity } from '../config/config-schema.ts';
import { recordOf, STATUSES, type Status } from '../model/vocabulary.ts';

/** How many items have each status; every status has a number. */
export function countStatuses(items: readonly { readonly status: Status }[]): Record<Status, number> {
  return recordOf(STATUSES, (status) => items.filter((item) => item.status === status).length);
}

/** How many findings have each severity; every severity has a number. */
export function countSeverities(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  return recordOf(SEVERITIES, (severity) => findings.filter((finding) => finding.severity === severity).length);
}
