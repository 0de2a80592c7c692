import { padEnd, widthOf, wrap } from '../core/report/layout.ts';
import { paint, type Style } from '../core/report/paint.ts';
import { oneLine } from '../core/text/shown-text.ts';
import type { Command } from './arguments.ts';

const WIDEST = 88;

/** What `casewright --help` says. */
export function programHelp(commands: readonly { readonly name: string; readonly summary: string }[], given: Style): string {
  const style = readable(given);
  return page(style, [
    ['', wrap('casewright: framework-guided case writing. It says what each case covers, what its claims rest on, and what is missing.', style.width)],
    ['Usage', ['casewright COMMAND [ARGUMENTS…]']],
    [
      'Commands',
      columns(
        commands.map(({ name, summary }) => [name, summary]),
        style,
      ),
    ],
    [
      'Options',
      columns(
        [
          ['--help', 'Show this, or the help of a command.'],
          ['--version', 'Show the version.'],
        ],
        style,
      ),
    ],
    [
      'Exit codes',
      columns(
        [
          ['0', 'all is well'],
          ['1', 'findings at or above --fail-on, or a gate not met'],
          ['2', 'not everything could be done: usage, configuration, unreadable input'],
        ],
        style,
      ),
    ],
  ]);
}

/** What `casewright COMMAND --help` says. */
export function commandHelp(command: Command, given: Style): string {
  const style = readable(given);
  const options = Object.entries(command.options).map(([name, { takes, help }]) => [takes ? `--${name} ${takes}` : `--${name}`, help] as const);
  return page(style, [
    ['', command.about.flatMap((paragraph, index) => [...(index > 0 ? [''] : []), ...wrap(oneLine(paragraph), style.width)])],
    ['Usage', usageLines(command.usage, style)],
    ['Options', columns([...options, ['--help', 'Show this.']], style)],
    [
      'Examples',
      columns(
        command.examples.map(([call, does]) => [`casewright ${call}`.trimEnd(), does]),
        style,
      ),
    ],
  ]);
}

/** Broken between options, never within one. */
function usageLines(usage: string, style: Style): string[] {
  const whole = usage.replace(/\[[^\]]*\]/g, (option) => option.replaceAll(' ', '\u00A0'));
  const lines = wrap(`casewright ${whole}`, style.width - 6).map((line) => line.replaceAll('\u00A0', ' '));
  return lines.map((line, index) => (index === 0 ? line : `    ${line}`));
}

/** The style for running text, which nobody reads in lines without end. */
export function readable(style: Style): Style {
  return { ...style, width: Math.min(style.width, WIDEST) };
}

/** Names on the left, what they mean on the right; under the name where that is too long. */
function columns(rows: readonly (readonly [string, string])[], style: Style): string[] {
  const left = Math.min(38, Math.max(0, ...rows.map(([name]) => widthOf(name))));
  return rows.flatMap(([name, meaning]) => {
    const lines = wrap(meaning, style.width - left - 4).map((line) => `${' '.repeat(left + 2)}${line}`);
    if (widthOf(name) > left) return [name, ...lines];
    return lines.map((line, index) => (index === 0 ? `${padEnd(name, left)}  ${line.trimStart()}` : line));
  });
}

function page(style: Style, parts: readonly (readonly [title: string, lines: readonly string[]])[]): string {
  const blocks = parts.map(([title, lines]) => (title === '' ? lines : [paint(title, 'bold', style), ...lines.map((line) => `  ${line}`)]));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
