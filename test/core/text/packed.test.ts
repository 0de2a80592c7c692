import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownCopy } from '../../../server/src/core/text/own-copy.ts';
import { Packed, Shapes } from '../../../server/src/core/text/packed.ts';

describe('data that is put away', () => {
  it('comes back as it was, whatever its keys are called', () => {
    const shapes = new Shapes();
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        const value: unknown = JSON.parse(JSON.stringify(any)); // JSON knows no -0
        expect(new Packed(value, shapes).value).toEqual(value);
      }),
    );
    const odd = JSON.parse('{"__proto__": {"a": 1}, "constructor": [], "": [-1, [-2]]}') as unknown;
    expect(JSON.stringify(new Packed(odd, shapes).value)).toBe(JSON.stringify(odd));
  });

  it('is the same for the same data, and only for that', () => {
    const shapes = new Shapes();
    const isSame = (one: unknown, other: unknown): boolean => new Packed(one, shapes).isSame(new Packed(other, shapes));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(isSame(one, JSON.parse(JSON.stringify(one)))).toBe(true);
        expect(isSame(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('takes less room than it would as JSON where many objects have the same keys', () => {
    const shapes = new Shapes();
    const place = (line: number): unknown => ({ start: { line, character: 0 }, end: { line, character: 80 } });
    new Packed(place(1), shapes);
    expect(JSON.stringify(new Packed(place(2), shapes).value)).toBe(JSON.stringify(place(2)));
    expect(shapes.numberOf(['start', 'end'])).toBeDefined();
  });
});

describe('a copy of a piece of text', () => {
  it('reads as the piece', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(ownCopy(text)).toBe(text);
      }),
    );
  });
});
