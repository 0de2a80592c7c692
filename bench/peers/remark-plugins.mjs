// How remark checks cases, as a team would have it: its recommended rules, told of front matter and of citations, which are
// text and a reference to nothing for it otherwise. (With a message for each citation its server does not answer at all: a
// report of more than 16 kB waits for a reader that it does not have.)
import remarkFrontmatter from 'remark-frontmatter';
import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';

export const plugins = [remarkFrontmatter, remarkPresetLintRecommended, [remarkLintNoUndefinedReferences, { allow: [/@/] }]];
