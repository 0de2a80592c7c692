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

/** After text it does not understand, the parser stumbles over every further token; only the first place helps. */
function withoutFollowUps(errors: readonly YAMLError[]): YAMLError[] {
  const first = errors.findIndex((error) => error.code === 'UNEXPECTED_TOKEN');
  return errors.filter((error, index) => error.code !== 'UNEXPECTED_TOKEN' || index === first);
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
      return 'The indentation does not fit the lines above. Lines that belong together begin in the same column.';
    case 'MISSING_CHAR':
      return 'Something is left open here: a quotation mark or a closing bracket is missing, or a “:” after the key. What follows could not be read as intended.';
    case 'MULTIPLE_DOCS':
      return 'A line with three dots or hyphens ends the YAML before here, so nothing from here on is read. Remove that line.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A value here contains “: ” or runs over several lines. Put the whole value in quotation marks.';
    default:
      return `This could not be read as YAML. Check the punctuation here: a value with “:” or “#” in it needs quotation marks. (${firstSentence(error.message)})`;
  }
}

/** The parser points at the first character of a repeated key only. */
function duplicatedKey(error: YAMLError, text: string): string {
  return /^[^:\s]+/.exec(text.slice(error.pos[0]))?.[0] ?? '';
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
