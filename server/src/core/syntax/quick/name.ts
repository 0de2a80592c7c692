/** Where a directive's name ends that may begin at `start`: at the first blank or sign other than a hyphen or a low line. */
export function nameEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isPartOfName(text.charCodeAt(at), at > start)) at += 1;
  return at;
}

function isPartOfName(sign: number, isInside: boolean): boolean {
  if (sign < 0x80) {
    const isLetter = (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x41 && sign <= 0x5a);
    return isLetter || (sign >= 0x30 && sign <= 0x39) || (isInside && (sign === HYPHEN || sign === LOW_LINE));
  }
  return !/[\p{P}\p{S}\s]/u.test(String.fromCharCode(sign));
}

const HYPHEN = 0x2d;
const LOW_LINE = 0x5f;
