import type { FrameworkSet } from '../frameworks/framework-set.ts';
import { oncePer } from '../memory/once-per.ts';
import type { Block } from '../syntax/block.ts';
import type { TranscriptFile } from '../workspace/case-files.ts';
import { attributedIn, type AttributedQuotation } from './attribution.ts';
import { judge, type Verdict } from './judge.ts';
import { wordsSaid } from './transcript-words.ts';

/** What was said, by the ids of the sources that name a transcript. */
export type Transcripts = ReadonlyMap<string, TranscriptFile>;

/** A quotation of a block, at its offsets, looked up where its block says whose words it is. */
export interface JudgedQuotation extends AttributedQuotation {
  /** Undefined where it was not looked up: its block names no source for it, or none that has a transcript that could be read. */
  readonly verdict: Verdict | undefined;
}

/** The quotations of a block with what became of looking them up: done once, however often the blocks around it change. */
export const judgedIn = oncePer((frameworks: FrameworkSet, transcripts: Transcripts): ((block: Block) => readonly JudgedQuotation[]) => {
  const read = attributedIn(frameworks);
  const judged = oncePer((block: Block): readonly JudgedQuotation[] =>
    read(block).map((quotation) => ({ ...quotation, verdict: lookUp(quotation.prose, quotation.sourceIds, transcripts, true) })),
  );
  return (block) => (read(block).length === 0 ? NONE : judged(block));
});

const NONE: readonly JudgedQuotation[] = [];

/**
 * Whether nothing that stands around its block can change what is known of a quotation: it ends where its paragraph does, and
 * its block says whose words it is.
 */
export function isSettled({ opener, sourceIds }: AttributedQuotation): boolean {
  return opener === undefined && sourceIds.length > 0;
}

/**
 * Looks a quotation up in the transcripts of some sources.
 * @param isDirect whether it is the quotation that is said to be from these sources: where only its section cites them, it may
 *   be from any of them, and those without a transcript cannot be asked
 */
export function lookUp(prose: string, sourceIds: readonly string[], transcripts: Transcripts, isDirect: boolean): Verdict | undefined {
  if (transcripts.size === 0) return undefined;
  const files = sourceIds.flatMap((id) => transcripts.get(id) ?? []);
  const readable = [...new Map(files.map((file) => [file.uri, file])).values()].flatMap((file) => wordsSaid(file) ?? []);
  if (readable.length === 0) return undefined;
  const verdict = judge(prose, readable);
  const allAsked = files.every(({ state }) => state.kind === 'text') && (isDirect || files.length === sourceIds.length);
  return verdict.kind === 'absent' && !allAsked ? undefined : verdict;
}
