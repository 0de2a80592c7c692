import { fieldPath } from '../model/case-model.ts';
import { frontMatterSchema } from '../model/front-matter-schema.ts';
import { knownKeys, schemaAt } from '../syntax/schema-at.ts';
import { entryOf, type YamlNode } from '../syntax/yaml-node.ts';
import { readAmount } from '../text/amount.ts';
import { nearest } from '../text/nearest.ts';
import type { FileProblem } from '../workspace/file-problem.ts';
import { ruleSettings, type ConfigFile } from './config-schema.ts';

/** What is wrong with the criteria of `sample`: a field that no case can have would leave every firm unjudged. */
export function checkSample(uri: string, root: YamlNode | undefined, config: ConfigFile): FileProblem[] {
  const node = entryOf(root, 'sample')?.value;
  return Object.entries(config.sample ?? {}).flatMap(([field, bound]): FileProblem[] => {
    const entry = entryOf(node, field);
    if (!entry) return [];
    if (!mayBeInACase(field, config)) return [{ uri, span: entry.keySpan, message: unknownField(field) }];
    if (typeof bound !== 'object' || Array.isArray(bound)) return [];
    const [min, max] = [bound.min, bound.max].map((limit) => (limit === undefined ? undefined : readAmount(limit)));
    if (!min || !max || min.low <= max.high || min.currency !== max.currency) return [];
    return [
      {
        uri,
        span: entry.value.span,
        message: `No firm can meet this: at least ${String(bound.min)} is more than at most ${String(bound.max)}. Change one of the two.`,
      },
    ];
  });
}

/** Whether a case may have a field: one of the format, or one of the team's own that it has allowed. */
export function mayBeInACase(field: string, config: ConfigFile): boolean {
  const own = ruleSettings(config).get('front-matter/unknown-field')?.options.allow;
  return schemaAt(frontMatterSchema(), fieldPath(field)) !== undefined || (Array.isArray(own) && own.includes(field));
}

function unknownField(field: string): string {
  const steps = field.split('.');
  const near = nearestField(steps);
  const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
  return `Cases have no field “${field}”, so no firm can be compared with this.${hint}`;
}

/** The field with its first unknown step corrected, or with the group that it was left without (employees: firm.employees). */
function nearestField(steps: readonly string[]): string | undefined {
  const wrong = steps.findIndex((_, index) => !schemaAt(frontMatterSchema(), steps.slice(0, index + 1)));
  const parent = steps.slice(0, Math.max(0, wrong));
  const near = nearest(steps[wrong] ?? '', knownKeys(frontMatterSchema(), parent));
  const corrected = near === undefined ? [] : [...parent, near, ...steps.slice(wrong + 1)];
  if (corrected.length > 0 && schemaAt(frontMatterSchema(), corrected)) return corrected.join('.');
  return ['firm', 'internationalization']
    .map((group) => [group, ...steps])
    .find((path) => schemaAt(frontMatterSchema(), path))
    ?.join('.');
}
