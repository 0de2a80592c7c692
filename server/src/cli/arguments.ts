import { parseArgs } from 'node:util';
import { isOneOf } from '../core/model/vocabulary.ts';
import { didYouMean, listed } from '../core/rules/wording.ts';
import { nearest } from '../core/text/nearest.ts';
import { UsageError, type ExitCode } from './exit-codes.ts';
import type { Output } from './output.ts';

/** An option with what it takes (`FORMAT`; undefined for one that takes nothing) and what it does. */
export interface OptionHelp {
  readonly takes?: string;
  readonly help: string;
}

/** One command of the program. */
export interface Command {
  /** How it is called, after `casewright`: `check [PATHS…]`. */
  readonly usage: string;
  /** What it does and how to read its answer; paragraphs. */
  readonly about: readonly string[];
  readonly options: Readonly<Record<string, OptionHelp>>;
  /** Calls to learn from, with what they do. */
  readonly examples: readonly (readonly [call: string, does: string])[];
  /** The most arguments without `--` that it takes. */
  readonly most: number;
  readonly run: (given: Arguments, output: Output) => Promise<ExitCode>;
}

/** What was written behind the command. */
export interface Arguments {
  readonly words: readonly string[];
  /** The value of an option; undefined when it was not given. */
  value(name: string): string | undefined;
  /** All values of an option that may be given several times, in order. */
  values(name: string): readonly string[];
  /** The value of an option that knows only these; the first is the default. */
  choice<T extends string>(name: string, known: readonly [T, ...T[]]): T;
  has(name: string): boolean;
}

/** Reads what was written behind a command. Throws a {@link UsageError} that says what is wrong and what there is. */
export function readArguments(name: string, command: Pick<Command, 'options' | 'most'>, args: readonly string[]): Arguments {
  const known = Object.fromEntries(Object.entries(command.options).map(([option, { takes }]) => [option, { type: takes ? 'string' : 'boolean' } as const]));
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true, tokens: true });
  const words: string[] = [];
  const options: { readonly name: string; readonly value: string | undefined }[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') options.push({ name: checked(name, command, token), value: token.value });
  }
  const excess = words[command.most];
  if (excess !== undefined) throw new UsageError(`“casewright ${name}” does not know what to do with “${excess}”; see “casewright ${name} --help”.`);
  const valueOf = (option: string): string | undefined => options.findLast((given) => given.name === option)?.value;
  return {
    words,
    value: valueOf,
    values: (option) => options.flatMap((given) => (given.name === option ? (given.value ?? []) : [])),
    has: (option) => options.some((given) => given.name === option),
    choice: (option, choices) => {
      const value = valueOf(option) ?? choices[0];
      if (isOneOf(choices, value)) return value;
      const near = nearest(value, choices);
      throw new UsageError(
        `“casewright ${name}” knows no ${option} “${value}”; there ${choices.length === 1 ? 'is' : 'are'} ${listed(choices)}.${didYouMean(near)}`,
      );
    },
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

function checked(command: string, { options }: Pick<Command, 'options'>, { name, rawName, value }: OptionToken): string {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) {
    const near = nearest(name, Object.keys(options));
    const there = Object.keys(options).map((known) => `--${known}`);
    throw new UsageError(`“casewright ${command}” has no option ${rawName}; it has ${listed([...there, '--help'])}.${didYouMean(near && `--${near}`)}`);
  }
  if (option.takes && (value === undefined || value === '')) throw new UsageError(`${rawName} needs a value: ${rawName} ${option.takes}.`);
  if (!option.takes && value !== undefined) throw new UsageError(`${rawName} takes no value.`);
  return name;
}
