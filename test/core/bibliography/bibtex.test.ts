import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../server/src/core/bibliography/bibliography.ts';
import type { Reference } from '../../../server/src/core/bibliography/reference.ts';

const read = (text: string): ReturnType<typeof readBibliography> => readBibliography('file:///refs.bib', { text });

/** What is read of the last entry of a file, as far as `expected` says anything of it. Persons are compared by “given|family”. */
function check(text: string, expected: Partial<Omit<Reference, 'authors'>> & { readonly authors?: readonly string[] }): void {
  const { sources, problems } = read(text);
  const reference = sources.at(-1)?.reference;
  const authors = reference?.authors.map(({ given, family }) => `${given ?? ''}|${family}`);
  expect(problems).toEqual([]);
  expect({ ...reference, authors }).toMatchObject(expected);
}

/** The keys of a file, and what is wrong in it: the text of the place and the beginning of the message. */
function checkBroken(text: string, keys: readonly string[], ...problems: readonly (readonly [place: string, message: string])[]): void {
  const found = read(text);
  expect(found.sources.map(({ id }) => id)).toEqual(keys);
  expect(found.problems.map(({ span, message }) => [text.slice(span.start, span.end), message.slice(0, 200)])).toEqual(
    problems.map(([place, message]) => [place, expect.stringContaining(message)]),
  );
}

describe('an entry of a BibTeX file', () => {
  it('says who wrote what when, and where it appeared', () => {
    check(
      `@article{wright2007,
  author  = {Wright, Mike and Westhead, Paul and Ucbasaran, Deniz},
  title   = {Internationalization of {SMEs}},
  journal = {Regional Studies},
  year    = 2007,
  volume  = 41, number = {7}, pages = {1013--1030},
  doi     = {https://doi.org/10.1080/00343400601120288},
}`,
      {
        authors: ['Mike|Wright', 'Paul|Westhead', 'Deniz|Ucbasaran'],
        title: 'Internationalization of SMEs',
        container: 'Regional Studies',
        year: '2007',
        volume: '41',
        issue: '7',
        pages: '1013–1030',
        doi: '10.1080/00343400601120288',
      },
    );
  });
  it('may be BibLaTeX', () => {
    check(
      '@online{x, author={family=Hasselt, given=Jan, prefix=van}, date={2019-05-01}, title={T}, subtitle={S}, journaltitle={J}, url={https://a.example/x\\_y}}',
      {
        authors: ['Jan|van Hasselt'],
        year: '2019',
        title: 'T: S',
        container: 'J',
        url: 'https://a.example/x_y',
      },
    );
  });
  it('may stand in parentheses and in capitals, its texts in quotation marks', () => {
    check('@BOOK(yin, TITLE = "Case {"}study{"} research", Year = "2018")', { title: 'Case "study" research', year: '2018' });
  });
  it('may use texts that are defined in the file, and put texts together', () => {
    check('@string{rs = "Regional " # "Studies"}\n@STRING(full = RS # { and more})\n@article{x, journal = full, month = mar # "~1", year = 20 # 07}', {
      container: 'Regional Studies and more',
      year: '2007',
    });
  });
  it('takes over what the entry says that it refers to', () => {
    check(
      '@book{whole, title={The whole}, editor={Doe, Jane}, year=2001, publisher={Press}}\n@inbook{part, crossref={Whole}, author={Roe, R.}, title={The part}}',
      {
        authors: ['R.|Roe'],
        title: 'The part',
        container: 'The whole',
        year: '2001',
        publisher: 'Press',
      },
    );
  });
  it('may refer to itself in a circle', () => {
    check('@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, year=1999}', { year: '1999' });
  });
  it('may have editors and no authors, and more of them than it names', () => {
    check('@book{x, editor={Doe, J. and others}}', { authors: ['J.|Doe'], areEditors: true, hasMoreAuthors: true });
    check('@book{x, author={Doe, J. and et al.}}', { authors: ['J.|Doe'], areEditors: false, hasMoreAuthors: true });
  });
  it('may lie after comments, preambles and text between entries', () => {
    check('% exported on Monday by me@work.example\n@preamble{"\\def\\x{1}"}\n@comment{\n@book{hidden, title={No}}\n}\nNotes.\n@misc{x, title={T}}', {
      title: 'T',
    });
  });
});

describe('names', () => {
  const names = (author: string, ...expected: readonly string[]): void => {
    check(`@book{x, author = {${author}}}`, { authors: expected });
  };
  it('are split as BibTeX splits them', () => {
    names('Donald E. Knuth and Leslie Lamport', 'Donald E.|Knuth', 'Leslie|Lamport');
    names('Ludwig van Beethoven', 'Ludwig|van Beethoven');
    names('van der Berg, Jan', 'Jan|van der Berg');
    names('King, Jr., Martin Luther', 'Martin Luther, Jr.|King');
    names('Plato', '|Plato');
    names('Jean{\\ }Paul Sartre', 'Jean Paul|Sartre');
  });
  it('of bodies are not split', () => {
    names('{World Bank and {IMF}} and {\\"U}nver, A.', '|World Bank and IMF', 'A.|Ünver');
    names('{Barnes and Noble}', '|Barnes and Noble');
  });
});

describe('LaTeX in titles and names', () => {
  it.each([
    ['G{\\"o}del, Schr\\"odinger, {\\"{U}}ber', 'Gödel, Schrödinger, Über'],
    ["Garc{\\'\\i}a, caf\\'{e}, \\'Etude, na{\\\"\\i}ve", 'García, café, Étude, naïve'],
    ["{\\O}resund, S{\\o}ren, \\AA rhus, Stra{\\ss}e, \\L{}\\'od\\'z", 'Øresund, Søren, Århus, Straße, Łódź'],
    ['\\v{C}apek, \\c{c}a, \\H{o}, \\k{a}, \\u g', 'Čapek, ça, ő, ą, ğ'],
    ['R\\&D at 5\\,\\%, \\$3~million', 'R&D at 5 %, $3 million'],
    ['\\emph{Born} \\textbf{globals}: {DNA}', 'Born globals: DNA'],
    ["``Quoted'' text -- and --- more", '“Quoted” text – and — more'],
    ['$\\alpha$ and $x_1$; \\unknown[opt]{kept}', 'α and x_1; kept'],
    ['\\href{https://a.example}{words}', 'words'],
    ['Two\n   lines', 'Two lines'],
  ])('%s is read as %s', (latex, title) => {
    check(`@book{x, title = {${latex}}}`, { title });
  });
});

describe('a broken file', () => {
  const GOOD = '@book{good, title={Fine}}';
  it('loses no entry but the part that is broken', () => {
    checkBroken(`@book{bad, title={Open\n${GOOD}\n`, ['bad', 'good'], ['bad', 'The entry “bad” is not closed before the next one begins']);
    checkBroken(`@book{bad, title="Open\n  ${GOOD}\n`, ['bad', 'good'], ['bad', 'is not closed']);
    checkBroken(`@book{bad, title={X}\n\n${GOOD}\n`, ['bad', 'good'], ['bad', 'is not closed']);
    checkBroken(`${GOOD}\n@book{bad, title={X`, ['good', 'bad'], ['bad', 'is not closed']);
  });
  it('says what is missing, and where', () => {
    checkBroken(`@book{bad, title {X}, year=2000}\n${GOOD}`, ['bad', 'good'], ['t', 'something here that is no field']);
    checkBroken(`@book{bad, title={X} year=2000}\n${GOOD}`, ['bad', 'good'], ['y', 'lacks a comma here']);
    checkBroken(`@book{bad, title=, year=2000}\n${GOOD}`, ['bad', 'good'], ['t', 'a field without a value']);
    checkBroken(`@book{bad, title={X}}, year={2000}}\n${GOOD}`, ['bad', 'good'], ['}', 'ends here, before its last fields']);
    checkBroken(`@book{title={X}}\n${GOOD}`, ['good'], ['@book', 'no key by which it can be cited']);
  });
  it('keeps what can be read of a broken entry', () => {
    const title = (text: string): string | undefined => read(text).sources[0]?.title;
    expect(title('@book{bad, title={X} year=2000, {')).toBe('X');
    expect(title('@book{bad, pages {1}, title={X}}')).toBe('X');
  });
  it('may have a key twice: the first counts, and copies do no harm', () => {
    checkBroken('@book{a, title={X}}\n@book{a, title={Y}}', ['a'], ['a', 'A different entry above has the key “a”, too']);
    checkBroken('@book{a, title={X}}\n@book{a,\n  title={X}}', ['a']);
  });
  it('may have keys that other programs allow', () => {
    checkBroken('@article{10.1002/(SICI)1097:3.0, title={X}}\n@misc{größe+1,}\n@misc{bare}', ['10.1002/(SICI)1097:3.0', 'größe+1', 'bare']);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '@',
    '@book{',
    '@string(',
    '@comment{',
    'key',
    ',',
    '=',
    '{',
    '}',
    '(',
    ')',
    '"',
    '#',
    '\\',
    "\\'",
    '{\\"',
    '~',
    '$',
    ' and ',
    ' ',
    '\n',
    'é',
    '\uD800',
    'title',
    '1',
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  it('is read without failing, and all places lie in it', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { sources, problems } = read(written);
        for (const source of sources) expect([source.title, source.date, written.slice(source.idSpan.start, source.idSpan.end)][2]).toBe(source.id);
        for (const { span } of problems) expect(span.start >= 0 && span.start <= span.end && span.end <= written.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it('hides no entry that begins a line behind it', () => {
    fc.assert(
      fc.property(text, (broken) => {
        // A comment in braces that are never closed is none; one that is closed may hold anything.
        fc.pre(!broken.includes('@comment'));
        const entry = read(`@book{before,\n${broken}\n@article{behind, title = {Still here}, year = 2001}\n`).sources.find(({ id }) => id === 'behind');
        expect([entry?.title, entry?.date]).toEqual(['Still here', '2001']);
      }),
      { numRuns: 500 },
    );
  });
});
