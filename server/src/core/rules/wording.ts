import type { Item } from '../frameworks/pack-schema.ts';

/** The sentence that offers what was probably meant, with a space before it; empty when nothing is near. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean “${suggestion}”?`;
}

/** An item as authors know it: its id and its label. */
export function nameOfItem(item: Item): string {
  return `${item.id}, “${item.label}”`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** "1 mark", "3 marks". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
