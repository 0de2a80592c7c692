/**
 * Makes work that may be asked for in bursts run one at a time: what is asked for while it runs is done once, after
 * it. The promise resolves when all that was asked for is done; it never rejects, failures go to `onError`.
 */
export function coalesced(work: () => Promise<void>, onError: (error: unknown) => void): () => Promise<void> {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    next = undefined;
    current = work()
      .catch(onError)
      .finally(() => {
        if (!next) current = undefined;
      });
    return current;
  };
  return () => {
    if (!current) return start();
    next ??= current.then(start);
    return next;
  };
}
