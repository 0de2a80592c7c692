import { entryOf, itemsOf, nodeAt, textOf } from '../../syntax/yaml-node.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import { whyUnread } from '../../workspace/file-state.ts';
import { folderOf, resolvePath } from '../../workspace/uri.ts';
import { reportData } from '../report-data.ts';
import { defineRule, NO_OPTIONS, type FrontMatterFacts, type Report } from '../rule.ts';
import { didYouMean, listed } from '../wording.ts';
import { frontMatterViolations } from './violations.ts';

/** A value that cannot be what its field means, an id given to two sources, or a template or bibliography that is not there. */
export const invalidValue = defineRule({
  id: 'front-matter/invalid-value',
  title: 'Every front-matter value fits its field',
  severity: 'error',
  hasFix: true,
  options: NO_OPTIONS,
  *checkFrontMatter(facts) {
    for (const { path, span, message, suggestion } of frontMatterViolations(facts, 'invalid-value')) {
      yield {
        span,
        message: `${message}.${didYouMean(suggestion)} Until this is corrected, the value cannot be used.`,
        data: reportData({ field: path.join('.'), value: textOf(nodeAt(facts.model.fields, path)), suggestion }),
      };
    }
    yield* duplicatedSources(facts);
    yield* unknownTemplate(facts);
    yield* unreadBibliography(facts);
  },
});

function* duplicatedSources(facts: FrontMatterFacts): Iterable<Report> {
  const firsts = new Map<string, Span>();
  for (const [index, source] of itemsOf(entryOf(facts.model.fields, 'sources')?.value).entries()) {
    const node = entryOf(source, 'id')?.value;
    const id = textOf(node);
    if (!node || id === undefined) continue;
    const first = firsts.get(id);
    if (!first) firsts.set(id, node.span);
    else {
      yield {
        span: node.span,
        message: `“${id}” is already the id of another source, so [@${id}] could mean either of them. Give one of them another id.`,
        related: [{ span: first, message: `the first source called “${id}”` }],
        data: { field: `sources.${index}.id`, value: id },
      };
    }
  }
}

function* unknownTemplate({ model, project }: FrontMatterFacts): Iterable<Report> {
  const node = entryOf(model.fields, 'template')?.value;
  const name = textOf(node);
  if (!node || name === undefined || project.templates.has(name)) return;
  const known = [...project.templates.keys()];
  const suggestion = nearest(name, known);
  yield {
    span: node.span,
    message: `There is no template “${name}”, so the sections of this case are not checked.${didYouMean(suggestion)} There is ${listed(known)}.`,
    data: reportData({ field: 'template', value: name, suggestion }),
  };
}

function* unreadBibliography({ uri, model, unreadBibliography: unread }: FrontMatterFacts): Iterable<Report> {
  if (unread.length === 0) return;
  for (const node of itemsOf(entryOf(model.fields, 'bibliography')?.value)) {
    const path = textOf(node);
    const file = unread.find((one) => path !== undefined && one.uri === resolvePath(folderOf(uri), path));
    if (!file) continue;
    yield {
      span: node.span,
      message: `The bibliography “${path ?? ''}” ${whyUnread(file.state) ?? ''}, so nothing in it can be cited. Correct the path, or remove it.`,
      data: reportData({ field: 'bibliography', value: path }),
    };
  }
}
