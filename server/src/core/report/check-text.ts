import { SEVERITIES } from '../config/config-schema.ts';
import { counted } from '../rules/wording.ts';
import { oneLine } from '../text/shown-text.ts';
import type { CheckedCase, CheckReport } from './check-report.ts';
import type { Gate } from './gates.ts';
import { padEnd, padStart, widthOf, wrap } from './layout.ts';
import { paint, SEVERITY_COLOURS, type Style } from './paint.ts';

const SEVERITY_WIDTH = Math.max(...SEVERITIES.map((severity) => severity.length));

/** What is between the parts of a check: an empty line. */
export const BETWEEN = '\n';

/** The findings of a case, each with `line:column severity message rule`; empty where there are none. */
export function checkedCaseText({ path, findings }: CheckedCase, style: Style): string {
  if (findings.length === 0) return '';
  const places = findings.map(({ range }) => `${range.start.line + 1}:${range.start.character + 1}`);
  const placeWidth = Math.max(...places.map((place) => place.length));
  const indent = 2 + placeWidth + 2 + SEVERITY_WIDTH + 2;
  const lines = findings.flatMap(({ severity, message, rule }, index) => {
    const first = `  ${padStart(places[index] ?? '', placeWidth)}  ${paint(padEnd(severity, SEVERITY_WIDTH), SEVERITY_COLOURS[severity], style)}  `;
    const [head = '', ...rest] = withRule(wrap(oneLine(message), style.width - indent), rule, style.width - indent, style);
    return [first + head, ...rest.map((line) => ' '.repeat(indent) + line)];
  });
  return block([paint(oneLine(path), 'bold', style), ...lines]);
}

/** What stands below all cases: the gates, then the sum. */
export function summaryText(summary: CheckReport['summary'], style: Style): string {
  const gates = summary.gates.map((gate) => gateLine(gate, style));
  return [...(gates.length > 0 ? [gates] : []), [summaryLine(summary, style)]].map(block).join(BETWEEN);
}

function block(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** The rule's name behind the message, on a line of its own where it would not fit. */
function withRule(lines: readonly string[], rule: string, width: number, style: Style): string[] {
  const last = lines.at(-1) ?? '';
  const name = paint(rule, 'dim', style);
  return widthOf(last) + 2 + rule.length <= width ? [...lines.slice(0, -1), `${last}  ${name}`] : [...lines, name];
}

function gateLine({ name, required, actual, met }: Gate, style: Style): string {
  const verdict = met ? paint('met', 'green', style) : paint('not met', 'red', style);
  return `Gate ${oneLine(name)}: ${actual} % of ${required} % required, ${verdict}`;
}

function summaryLine({ cases, errors, warnings, infos, gates }: CheckReport['summary'], style: Style): string {
  const failed = gates.filter((gate) => !gate.met).length;
  const parts = [
    errors > 0 && paint(counted(errors, 'error'), 'red', style),
    warnings > 0 && paint(counted(warnings, 'warning'), 'yellow', style),
    infos > 0 && paint(counted(infos, 'info'), 'blue', style),
    failed > 0 && paint(`${counted(failed, 'gate')} not met`, 'red', style),
  ].filter((part) => part !== false);
  return `${counted(cases, 'case')} checked: ${parts.length > 0 ? parts.join(', ') : paint('nothing to report', 'green', style)}.`;
}
