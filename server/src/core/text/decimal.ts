/** A number as written: its value, and the place of its last digit (1 for "70", 0.1 for "2.6"). */
export interface WrittenNumber {
  readonly value: number;
  readonly place: number;
}

/**
 * Reads a number that is written with digits, in the English way (5,079,729.5), the continental one (5.079.729,5) or with
 * spaces. Undefined when it is no number.
 * @param mayBeDecimal whether a single comma or point with three digits behind it may begin decimals: of "1.234" that
 *   holds before "million" and before "%", not before "employees". (A comma before "million" still separates thousands.)
 */
export function readDecimal(written: string, mayBeDecimal: boolean): WrittenNumber | undefined {
  const digits = written.replace(/['’\s]/g, '');
  const decimalSign = decimalSignOf(digits, mayBeDecimal);
  const whole = decimalSign === undefined ? digits : digits.slice(0, digits.lastIndexOf(decimalSign));
  const decimals = decimalSign === undefined ? '' : digits.slice(digits.lastIndexOf(decimalSign) + 1);
  const value = Number(`${whole.replace(/[.,]/g, '')}.${decimals}`);
  return digits === '' || Number.isNaN(value) ? undefined : { value, place: 10 ** -decimals.length };
}

function decimalSignOf(digits: string, mayBeDecimal: boolean): ',' | '.' | undefined {
  const signs = digits.replace(/\d/g, '');
  if (signs === '') return undefined;
  const last = signs.endsWith(',') ? ',' : '.';
  const hasBoth = signs.includes(',') && signs.includes('.');
  if (hasBoth) return last;
  if (signs.length > 1) return undefined;
  const isGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  return isGroup && !(mayBeDecimal && last === '.') ? undefined : last;
}
