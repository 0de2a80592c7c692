import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';
import { labelKey } from '../../../server/src/core/text/label.ts';
import { shownText } from '../../../server/src/core/text/shown-text.ts';
import { caseCard, chip, type Escape } from './case-card.ts';
import { blockMarks, caseCards, inlineMarks, metaOf } from './mark-rules.ts';
import type { PreviewItem, PreviewNames } from './preview-names.ts';
import { readCase, type PreviewCase } from './read-case.ts';

/** What a plugin for previews needs. */
export interface MarksPluginOptions {
  /** What items are called now in a text that is a case. Undefined while nobody knows: its marks then stay as they are written. */
  readonly names: (text: string) => PreviewNames | undefined;
  /** How many colours frameworks have. */
  readonly colours: number;
}

const NO_NAMES: PreviewNames = { frameworks: [], usual: [] };

/**
 * Teaches markdown-it to show cases: marks as tinted passages with the ids of their items, front matter as a card with a
 * legend. What is no mark stays as it is, and so does every file that is no case.
 */
export function marksPlugin(md: MarkdownIt, { names, colours }: MarksPluginOptions): MarkdownIt {
  // What is known of a text lasts as long as it is being read.
  const cases = new WeakMap<object, PreviewCase>();
  const caseOf = (env: unknown): PreviewCase | undefined => (typeof env === 'object' && env !== null ? cases.get(env) : undefined);
  const escape: Escape = (text) => md.utils.escapeHtml(shownText(text));

  md.core.ruler.before('block', 'casewright_case', (state) => {
    const env = state.env as unknown;
    if (typeof env !== 'object' || env === null) return;
    const known = readCase(state.src, () => names(state.src) ?? NO_NAMES, colours);
    if (known) cases.set(env, known);
    else cases.delete(env);
  });
  md.block.ruler.before('table', 'casewright_card', caseCards(caseOf));
  md.block.ruler.before('fence', 'casewright_block', blockMarks(caseOf), { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.inline.ruler.after('text', 'casewright_mark', inlineMarks(caseOf));
  md.core.ruler.after('inline', 'casewright_hosts', (state) => {
    const known = caseOf(state.env as unknown);
    if (known) markHosts(state, known);
  });

  const { rules } = md.renderer;
  const chipOf = (token: Token | undefined): string => {
    const meta = metaOf(token);
    return meta ? chip(meta.item, meta.stances, escape) : '';
  };
  rules.casewright_card = (tokens, at) => caseCard(tokens[at]?.meta as PreviewCase, escape);
  rules.casewright_mark_open = (tokens, at) => `<mark class="casewright-mark ${colourOf(metaOf(tokens[at])?.item)}">`;
  rules.casewright_mark_close = (tokens, at) => `</mark>${chipOf(tokens[at])}`;
  rules.casewright_chip = (tokens, at) => chipOf(tokens[at]);
  rules.casewright_leaf = (tokens, at) => `<p>${chipOf(tokens[at])}</p>\n`;
  rules.casewright_block_open = (tokens, at, options, _env, self) => {
    tokens[at]?.attrJoin('class', `casewright-block ${colourOf(metaOf(tokens[at])?.item)}`);
    return `${self.renderToken(tokens, at, options)}${chipOf(tokens[at])}\n`;
  };
  return md;
}

/** Gives paragraphs with a mark their bar, and headings that mark themselves their chip. */
function markHosts({ tokens, Token: NewToken }: StateCore, { frameworks }: PreviewCase): void {
  for (const [index, token] of tokens.entries()) {
    const host = tokens[index - 1];
    if (token.type !== 'inline' || !host) continue;
    const children = token.children ?? [];
    const first = metaOf(children.find(({ type }) => type === 'casewright_chip'));
    if (first && host.type === 'paragraph_open') host.attrJoin('class', `casewright-paragraph ${colourOf(first.item)}`);
    const item = host.type === 'heading_open' && host.level === 0 ? frameworks.byHeading.get(labelKey(textOf(children))) : undefined;
    if (!item) continue;
    const added = new NewToken('casewright_chip', '', 0);
    added.meta = { item, stances: [] };
    token.children = [...children, added];
  }
}

/** The text of a heading without its directives. */
function textOf(children: readonly Token[]): string {
  return children
    .map(({ type, content }) => (type === 'text' || type === 'code_inline' || type === 'text_special' ? content : type === 'softbreak' ? ' ' : ''))
    .join('');
}

function colourOf(item: PreviewItem | undefined): string {
  return `casewright-framework${item?.colour ?? 1}`;
}
