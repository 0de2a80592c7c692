import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { recordAttributeSpans, withSpaceBehindNames } from '../../server/src/core/syntax/markdown-parser.ts';
import { parseFully } from '../../server/src/core/syntax/parse-block.ts';
import { factsOf } from './block-facts.ts';

const reference = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkDirective).use(recordAttributeSpans).freeze();

/** The tree of a document that unified and remark-parse read as a whole. */
export function wholeTree(text: string): Root {
  return reference.parse(withSpaceBehindNames(text));
}

/** Everything that is known of a document when unified and remark-parse read it as a whole: what every other reading is held to. */
export function factsOfWhole(text: string): ReturnType<typeof factsOf> {
  return factsOf([{ start: 0, block: parseFully(text, wholeTree) }]);
}
