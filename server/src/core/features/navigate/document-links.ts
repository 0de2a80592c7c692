import { entryOf, itemsOf, textOf, type YamlNode } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { folderOf, resolvePath } from '../../workspace/uri.ts';

/** A piece of front matter that leads somewhere. */
export interface DocumentLink {
  readonly span: Span;
  /** A file, or an address of the Web. */
  readonly target: string;
}

/**
 * The files that a case names, as far as they are of the study, and the addresses and DOIs in its front matter.
 * @param isInside whether a file lies in the folders that are open: others are nobody's business
 */
export function documentLinks({ uri, model, transcripts }: CaseAnalysis, isInside: (uri: string) => boolean): DocumentLink[] {
  const folder = folderOf(uri);
  const toFile = (span: Span, target: string): DocumentLink[] => (isInside(target) ? [{ span, target }] : []);
  const ofTranscripts = model.sources.flatMap(({ id, transcript }) => {
    // A link to a file that is not there would only lead to an offer to make it.
    const isThere = transcripts.get(id)?.state.kind !== 'absent';
    return transcript && isThere ? toFile(transcript.span, resolvePath(folder, transcript.path)) : [];
  });
  const ofBibliography = itemsOf(entryOf(model.fields, 'bibliography')?.value).flatMap((node) => {
    const path = textOf(node);
    return path === undefined ? [] : toFile(node.span, resolvePath(folder, path));
  });
  const found = [...ofTranscripts, ...ofBibliography, ...addressesIn(model.fields, undefined)];
  return found.filter(({ span }) => span.end > span.start).sort((a, b) => a.span.start - b.span.start);
}

/** Half of a surrogate pair, which YAML can write, has no encoding. */
const HALF = /\p{Surrogate}/gu;
const DOI = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i;
const ADDRESS = /^https?:\/\/[^\s"<>\\^`{|}]+$/i;

/** Addresses of the Web anywhere in front matter; DOIs where they say that they are one. */
function addressesIn(node: YamlNode, key: string | undefined): DocumentLink[] {
  if (node.kind === 'map') return node.entries.flatMap(({ key: own, value }) => addressesIn(value, own));
  if (node.kind === 'seq') return node.items.flatMap((item) => addressesIn(item, key));
  const text = textOf(node)?.trim() ?? '';
  if (ADDRESS.test(text)) return [{ span: node.span, target: text }];
  const doi = key?.toLowerCase() === 'doi' || /^doi:/i.test(text) ? DOI.exec(text)?.[1] : undefined;
  return doi === undefined ? [] : [{ span: node.span, target: `https://doi.org/${encodeURI(doi.replace(HALF, '\uFFFD'))}` }];
}
