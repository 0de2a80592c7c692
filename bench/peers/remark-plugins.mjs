// How remark checks cases, as a team would have it: its recommended rules, told of front matter. For remark citations and
// marks are references to nothing, so that rule is off. (With a message for each of them its server does not answer at all:
// a report of more than 16 kB waits for a reader that it does not have.)
import remarkFrontmatter from 'remark-frontmatter';
import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';

export const plugins = [remarkFrontmatter, remarkPresetLintRecommended, [remarkLintNoUndefinedReferences, false]];
