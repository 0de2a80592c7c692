import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../server/src/core/bibliography/bibliography.ts';

const read = (text: string): ReturnType<typeof readBibliography> => readBibliography('file:///refs.json', { text });

/** The keys of a file, and what is wrong in it: the text of the place and a part of the message. */
function check(text: string, keys: readonly string[], ...problems: readonly (readonly [place: string, message: string])[]): void {
  const found = read(text);
  expect(found.sources.map(({ id }) => id)).toEqual(keys);
  expect(found.problems.map(({ span, message }) => [text.slice(span.start, span.end), message])).toEqual(
    problems.map(([place, message]) => [place, expect.stringContaining(message)]),
  );
}

const WRIGHT = {
  id: 'wright2007',
  type: 'article-journal',
  author: [{ family: 'Wright', given: 'Mike' }, { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' }, { literal: 'World Bank' }],
  issued: { 'date-parts': [['2007', 5]] },
  title: 'Internationalization of <i>SMEs</i>',
  'container-title': 'Regional Studies',
  volume: 41,
  issue: '7',
  page: '1013-1030',
  DOI: '10.1080/00343400601120288',
};
const DOE = { id: 7, type: 'book', editor: [{ family: 'Doe' }], issued: { raw: 'c. 1999' }, title: 'On things' };

describe('an entry of a CSL-JSON file', () => {
  it('says who wrote what when, and where it appeared', () => {
    const [wright, doe] = read(JSON.stringify([WRIGHT, DOE])).sources;
    expect(wright?.reference).toEqual({
      authors: [
        { family: 'Wright', given: 'Mike' },
        { family: 'van den Berg', given: 'Jan' },
        { family: 'World Bank', given: undefined },
      ],
      areEditors: false,
      hasMoreAuthors: false,
      title: 'Internationalization of SMEs',
      year: '2007',
      container: 'Regional Studies',
      volume: '41',
      issue: '7',
      pages: '1013–1030',
      publisher: undefined,
      doi: '10.1080/00343400601120288',
      url: undefined,
    });
    expect(doe?.reference).toMatchObject({ authors: [{ family: 'Doe' }], areEditors: true, year: '1999' });
    expect(doe?.id).toBe('7');
  });
  it('is found wherever its id stands, not by the ids in it', () => {
    check('[{"title": "A", "custom": {"id": "inner"}, "id": "outer"}, {"references": [{"id": "x"}]}]', ['outer']);
    check('{"references": [{"id": "a"}]}', ['a']);
  });
  it('may hold anything', () => {
    for (const value of [null, 7, 'x', [], {}, { family: 7 }, [[[]]]]) {
      const odd = Object.fromEntries(Object.keys(WRIGHT).map((name) => [name, name === 'id' ? 'odd' : value]));
      expect(read(JSON.stringify([odd, value])).sources[0]?.reference.authors).toEqual([]);
    }
  });
});

describe('a broken CSL-JSON file', () => {
  const inLines = (...entries: readonly string[]): string => `[\n${entries.join(',\n')}\n]\n`;
  it('loses no entry but the one that is broken', () => {
    const open = '  {"id": "bad", "author": [{"family": "X"';
    check(inLines('  {"id": "a"}', open, '  {"id": "b"}'), ['a', 'bad', 'b'], ['"bad"', 'The entry “bad” is not written as JSON demands']);
    check(inLines('  {"id": "a"}', '  {"id": "bad", "title": "Never closed}', '  {"id": "b"}'), ['a', 'bad', 'b'], ['"bad"', 'JSON demands']);
    check(inLines('  {"id": "a"}', '  {"id": "bad" "title": "X"}', '  {"id": "b"}'), ['a', 'bad', 'b'], ['"bad"', 'JSON demands']);
  });
  it('may be no list at all', () => {
    check('', []);
    check('{"id": "a"}', [], ['{', 'This is no list of references']);
    check('null', [], ['n', 'This is no list of references']);
  });
  it('may have a key twice', () => {
    check('[{"id": "a", "title": "X"}, {"id": "a", "title": "Y"}]', ['a'], ['a', 'A different entry above']);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', '"', '"id"', '"id": "a"', ':', ',', '\\', '\n', ' ', '1', 'null', '\uD800');
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  it('is read without failing, and all places lie in it', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { sources, problems } = read(`[${written}`);
        for (const source of sources) expect(typeof source.reference.hasMoreAuthors).toBe('boolean');
        for (const { span } of [...problems, ...sources]) expect(span.start >= 0 && span.start <= span.end && span.end <= written.length + 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it('hides no entry that begins a line behind it', () => {
    fc.assert(
      fc.property(text, (broken) => {
        const found = read(`[\n  {"type": "book", ${broken}\n  {"id": "behind", "title": "Still here"}\n]`).sources.find(({ id }) => id === 'behind');
        expect(found?.title).toBe('Still here');
      }),
      { numRuns: 500 },
    );
  });
});
