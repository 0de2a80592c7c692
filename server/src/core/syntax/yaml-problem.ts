import type { YAMLError } from 'yaml';
import type { Span } from '../text/span.ts';

/** Something wrong with YAML itself, in words for authors. */
export interface YamlProblem {
  readonly span: Span;
  readonly message: string;
}

/**
 * The errors of the YAML parser as problems that an author understands.
 * @param text what was parsed
 * @param offset added to every offset
 */
export function yamlProblems(errors: readonly YAMLError[], text: string, offset: number): YamlProblem[] {
  return withoutFollowUps(errors).map((error) => ({ span: errorSpan(error, text, offset), message: explain(error, text) }));
}

/** After text it does not understand, the parser stumbles over every further token; only the first place helps. A missing comma is reported twice. */
function withoutFollowUps(errors: readonly YAMLError[]): YAMLError[] {
  const first = errors.findIndex((error) => error.code === 'UNEXPECTED_TOKEN');
  const commas = errors.filter((error) => error.code === 'BLOCK_IN_FLOW').map((error) => error.pos[0]);
  return errors.filter(
    (error, index) => (error.code !== 'UNEXPECTED_TOKEN' || index === first) && (error.code !== 'MULTILINE_IMPLICIT_KEY' || !commas.includes(error.pos[0])),
  );
}

function errorSpan(error: YAMLError, text: string, offset: number): Span {
  const [start, end] = error.pos;
  const lineEnd = text.slice(start).search(/[\r\n]/);
  const limit = lineEnd < 0 ? text.length : start + lineEnd;
  const wholeKey = error.code === 'DUPLICATE_KEY' ? start + duplicatedKey(error, text).length : end;
  return { start: start + offset, end: Math.max(start, Math.min(wholeKey, limit)) + offset };
}

/** What the commonest YAML slips are, said without YAML's own vocabulary. */
function explain(error: YAMLError, text: string): string {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return `“${duplicatedKey(error, text) || 'This key'}” is given twice, so one of the two values would be lost. Keep one of them.`;
    case 'TAB_AS_INDENT':
      return 'A tab is used to indent here, which YAML does not allow. Use spaces instead.';
    case 'BAD_INDENT':
      if (unclosed(error)) return `A “${unclosed(error)}” is missing above this line: a value is opened there and not closed. Put it where that value ends.`;
      return 'The indentation does not fit the lines above. Lines that belong together begin in the same column.';
    case 'MISSING_CHAR':
      if (error.message.startsWith('Missing , ')) return 'A comma is missing before this. Within { } and [ ], commas stand between the entries.';
      return 'Something is left open here: a quotation mark or a closing bracket is missing, or a “:” after the key. What follows could not be read as intended.';
    case 'MULTIPLE_DOCS':
      return 'A line with three dots or hyphens ends the YAML before here, so nothing from here on is read. Remove that line.';
    case 'BLOCK_IN_FLOW':
      return 'A comma is missing here, or a value contains “: ”. Within { } and [ ], commas stand between the entries; a value with “: ” in it needs quotation marks.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A value here contains “: ” or runs over several lines. Put the whole value in quotation marks.';
    default:
      return `This could not be read as YAML. Check the punctuation here: a value with “:” or “#” in it needs quotation marks. (${firstSentence(error.message)})`;
  }
}

/** The bracket that the parser still waits for where the lines of a list or a group in brackets go on as if it were closed. */
function unclosed(error: YAMLError): string | undefined {
  return /end with a ([}\]])/.exec(error.message)?.[1];
}

/** The parser points at the first character of a repeated key only. */
function duplicatedKey(error: YAMLError, text: string): string {
  return /^[^:\s]+/.exec(text.slice(error.pos[0]))?.[0] ?? '';
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
