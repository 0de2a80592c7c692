/** The index of the first element of a sorted list whose `key` is at least `value`; the list's length when there is none. */
export function firstAtOrAfter<T, Key extends number | string>(sorted: ArrayLike<T>, value: Key, key: (element: T) => Key): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(sorted[middle] as T) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
