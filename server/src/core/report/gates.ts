import * as z from 'zod';
import type { ConfigFile } from '../config/config-schema.ts';
import { reaches, type Status } from '../model/vocabulary.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** What the configuration asks of all its cases together, and how far they are. */
export const gateSchema = z.strictObject({
  name: z
    .string()
    .describe('“addressed”, “evidenced”, “triangulated” or “per_item.P7”; with the configuration’s path and a colon before it when several are in force.'),
  required: z.number().min(0).max(100).describe('Percentage that must be reached.'),
  actual: z.number().min(0).max(100).describe('Percentage that is reached, rounded down to one decimal.'),
  met: z.boolean(),
});

export type Gate = z.output<typeof gateSchema>;

/**
 * The gates of every configuration in force. A percentage counts the items of all cases of that configuration; what is
 * not applicable counts as reached, and where there is nothing to count, nothing is owed.
 * @param pathOf how a configuration is named where several are in force
 */
export function evaluateGates(cases: readonly CaseAnalysis[], pathOf: (uri: string) => string): Gate[] {
  const groups = new Map<string, CaseAnalysis[]>();
  for (const analysis of cases) {
    const { configUri = '', config } = analysis.project;
    if (config.gates) groups.set(configUri, [...(groups.get(configUri) ?? []), analysis]);
  }
  const needsName = new Set(cases.map((analysis) => analysis.project.configUri)).size > 1;
  return [...groups].flatMap(([configUri, group]) => {
    const gates = gatesOf(group, group[0]?.project.config.gates ?? {});
    return needsName && configUri !== '' ? gates.map((gate) => ({ ...gate, name: `${pathOf(configUri)}: ${gate.name}` })) : gates;
  });
}

function gatesOf(cases: readonly CaseAnalysis[], gates: NonNullable<ConfigFile['gates']>): Gate[] {
  const items = cases.flatMap((analysis) => analysis.coverage.items);
  const statuses = items.map((item) => item.status);
  const overall = (['addressed', 'evidenced', 'triangulated'] as const).flatMap((name) => {
    const required = gates[name];
    return required === undefined ? [] : [gate(name, required, statuses, name)];
  });
  const perItem = Object.entries(gates.per_item ?? {}).map(([id, least]) => {
    const ofItem = items.filter((item) => item.entry.item.id === id).map((item) => item.status);
    return gate(`per_item.${id}`, 100, ofItem, least);
  });
  return [...overall, ...perItem];
}

function gate(name: string, required: number, statuses: readonly Status[], least: Status): Gate {
  const reached = statuses.filter((status) => reaches(status, least)).length;
  const all = statuses.length;
  // Rounded down, so that a gate just missed never reads as reached.
  const actual = all === 0 ? 100 : Math.floor((reached * 1000) / all) / 10;
  return { name, required, actual, met: all === 0 || reached * 100 >= required * all };
}
