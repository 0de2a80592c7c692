import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesIn, type ProjectFile } from './files.ts';

/*
 * The rules of the house (CONTRIBUTING) and what must stay true (docs/ARCHITECTURE.md), as far as neither the compiler
 * nor the linter holds them.
 */

const SERVER = filesIn('server/src', '.ts');
const PAGES = ['client/page', 'client/panel', 'client/matrix'].flatMap((place) => filesIn(place, '.ts'));
const CLIENT = [...filesIn('client/src', '.ts'), ...PAGES];
const SCRIPTS = filesIn('scripts', '.mjs', '.cjs');
const TESTS = filesIn('test', '.ts', '.mjs');

/** Checks that no line of these files matches; shows those that do. */
function checkNone(files: readonly ProjectFile[], unwanted: RegExp): void {
  const found = files.flatMap(({ file, text }) => text.split('\n').flatMap((line, index) => (unwanted.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])));
  expect(found).toEqual([]);
}

/** Checks the statements at the top level of modules; `wrong` says whether one must not be there. */
function checkStatements(files: readonly ProjectFile[], wrong: (statement: ts.Statement) => boolean): void {
  const found = files.flatMap(({ file, text }) => {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    return source.statements.filter(wrong).map((statement) => `${file}: ${statement.getText().split('\n')[0]}`);
  });
  expect(found).toEqual([]);
}

describe('a file', () => {
  const lengths = [...SERVER, ...CLIENT, ...SCRIPTS, ...TESTS].map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }));

  it('ends at 400 lines', () => {
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  it('is usually about 100 lines or less', () => {
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100);
  });

  it('names no place on anybody’s computer', () => {
    checkNone([...SERVER, ...CLIENT, ...SCRIPTS, ...TESTS, ...filesIn('docs', '.md')], /["'`\s(](?:\/(?:home|Users|root)\/\w|[A-Z]:\\Users\\)/);
  });
});

describe('the code', () => {
  it('keeps the compiler and the linter on everywhere', () => {
    checkNone([...SERVER, ...CLIENT], /@ts-(?:ignore|nocheck|expect-error)|eslint-disable|\bas any\b/);
  });

  it('has no default exports', () => {
    checkStatements([...SERVER, ...CLIENT], (statement) => ts.isExportAssignment(statement) || /^export default\b/.test(statement.getText()));
  });

  // A page has one document: what it remembers of that document's nodes may be its module's.
  it('has no state outside of objects that somebody made: no variable of a module changes', () => {
    checkStatements(
      [...SERVER, ...CLIENT].filter(({ file }) => !file.startsWith('client/page/')),
      isChangeable,
    );
  });

  it('refers to pages that are in this repository', () => {
    checkNone([...SERVER, ...CLIENT, ...SCRIPTS], /\bDESIGN\b/);
  });

  it('says of every exported function and class what it is for', () => {
    const mine = SERVER.filter(({ file }) => !file.startsWith('server/src/lsp/'));
    checkStatements(mine, (statement) => isExportedCode(statement) && ts.getJSDocCommentsAndTags(statement).length === 0);
  });
});

describe('the core', () => {
  const core = SERVER.filter(({ file }) => file.startsWith('server/src/core/'));

  it('counts in offsets: only views, reports and the texts’ own index know lines and characters', () => {
    checkNone(
      core.filter(({ file }) => !/\/core\/(?:report|text)\//.test(file)),
      /\brangeOf\(|\bimport\b.*\b(?:Range|Position)\b.*line-index/,
    );
  });
});

/** A `let`, a `var`, or a collection that is not declared readonly. */
function isChangeable(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) return false;
  const { declarations, flags } = statement.declarationList;
  if (!(flags & ts.NodeFlags.Const)) return true;
  return declarations.some(({ initializer, type }) => {
    const isCollection = initializer && ts.isNewExpression(initializer) && /^(?:Weak)?(?:Map|Set)$/.test(initializer.expression.getText());
    return Boolean(isCollection) && !type?.getText().startsWith('Readonly');
  });
}

function isExportedCode(statement: ts.Statement): boolean {
  const isCode = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isCode && (statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false);
}
