import type { BuiltinReader } from '../core/workspace/builtin-reader.ts';
import { normalise } from './normalise.ts';

/** The scheme of the pages on which our own client shows what ships with Casewright. They cannot be changed. */
export const PAGE_SCHEME = 'casewright';

/** The page of a file that ships with Casewright, by its folder and its name. */
export function pageOf(file: string): string {
  return `${PAGE_SCHEME}:/${file.split('/').slice(-2).join('/')}`;
}

/** The file that a page of our own client's shows; of anything else, the URI itself in its one spelling. */
export function fileShown(builtins: BuiltinReader, uri: string): string {
  const known = normalise(uri);
  return builtins.uris().find((file) => pageOf(file) === known) ?? known;
}
