/** More ways than any pattern of a study has to be tried on one path. */
const MAX_WAYS = 1e8;
/** Characters. */
const MAX_LENGTH = 1_000;

/**
 * Whether a pattern for files can be used: it says something, and can be tried on a path in reasonable time. Matching
 * tries every way to spread the wildcards over a path, and the ways multiply: a dozen stars in one name are enough to
 * stop an editor for good.
 */
export function isUsablePattern(pattern: string): boolean {
  return pattern.trim() !== '' && pattern.length <= MAX_LENGTH && waysToMatch(pattern) <= MAX_WAYS;
}

/** An estimate: a `**` goes over some ten folders, a `*` over some fifty characters, and a group over what it lists. */
function waysToMatch(pattern: string): number {
  const folders = pattern.match(/\*\*+/g)?.length ?? 0;
  const names = pattern.replace(/\*\*+/g, '').match(/\*|[+@!?]\(/g)?.length ?? 0;
  const groups = pattern.split(/[{(]/).slice(1);
  return groups.reduce((ways, group) => ways * group.split(/[,|]/).length, 10 ** folders * 50 ** names);
}
