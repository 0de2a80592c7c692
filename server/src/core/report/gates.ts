import * as z from 'zod';
import type { ConfigFile } from '../config/config-schema.ts';
import type { ItemCoverage } from '../coverage/item-coverage.ts';
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

/** What one case adds to the gates of its configuration. */
export interface GateShare {
  /** Undefined where no casewright.yaml is in force. */
  readonly configUri: string | undefined;
  readonly parts: readonly GatePart[];
}

interface GatePart {
  readonly name: string;
  readonly required: number;
  /** How many items reach what the gate asks for, of how many. */
  readonly reached: number;
  readonly all: number;
}

/** What a case adds to the gates that are in force for it: its items, those that are not applicable as reached. */
export function gateShare({ project, coverage }: CaseAnalysis): GateShare {
  const { configUri, config } = project;
  return { configUri, parts: config.gates ? partsOf(coverage.items, config.gates) : [] };
}

/**
 * The gates of every configuration in force. A percentage counts the items of all cases of that configuration; where there
 * is nothing to count, nothing is owed.
 * @param pathOf how a configuration is named where several are in force
 */
export function evaluateGates(shares: readonly GateShare[], pathOf: (uri: string) => string): Gate[] {
  const needsName = new Set(shares.map(({ configUri }) => configUri)).size > 1;
  const sums = new Map<string, GatePart>();
  for (const { configUri, parts } of shares) {
    const prefix = needsName && configUri !== undefined ? `${pathOf(configUri)}: ` : '';
    for (const { name, required, reached, all } of parts) {
      const named = `${prefix}${name}`;
      const sum = sums.get(named);
      sums.set(named, { name: named, required, reached: reached + (sum?.reached ?? 0), all: all + (sum?.all ?? 0) });
    }
  }
  return [...sums.values()].map(gate);
}

function partsOf(items: readonly ItemCoverage[], gates: NonNullable<ConfigFile['gates']>): GatePart[] {
  const part = (name: string, required: number, counted: readonly ItemCoverage[], least: Status): GatePart => {
    return { name, required, reached: counted.filter(({ status }) => reaches(status, least)).length, all: counted.length };
  };
  const overall = (['addressed', 'evidenced', 'triangulated'] as const).flatMap((name) => {
    const required = gates[name];
    return required === undefined ? [] : [part(name, required, items, name)];
  });
  const perItem = Object.entries(gates.per_item ?? {}).map(([id, least]) => {
    const ofItem = items.filter((item) => item.entry.item.id === id);
    return part(`per_item.${id}`, 100, ofItem, least);
  });
  return [...overall, ...perItem];
}

function gate({ name, required, reached, all }: GatePart): Gate {
  // Rounded down, so that a gate just missed never reads as reached.
  const actual = all === 0 ? 100 : Math.floor((reached * 1000) / all) / 10;
  return { name, required, actual, met: all === 0 || reached * 100 >= required * all };
}
