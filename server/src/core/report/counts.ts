import { SEVERITIES, type Severity } from '../config/config-schema.ts';
import { STATUSES, type Status } from '../model/vocabulary.ts';

/** How many items have each status; every status has a number. */
export function countStatuses(items: readonly { readonly status: Status }[]): Record<Status, number> {
  const counts = STATUSES.map((status) => [status, items.filter((item) => item.status === status).length]);
  return Object.fromEntries(counts) as Record<Status, number>;
}

/** How many findings have each severity; every severity has a number. */
export function countSeverities(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]);
  return Object.fromEntries(counts) as Record<Severity, number>;
}
