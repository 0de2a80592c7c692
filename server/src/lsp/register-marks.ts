import { marksInSight } from '../core/features/marks-in-sight.ts';
import { shownText } from '../core/text/shown-text.ts';
import type { Framework } from '../core/frameworks/framework-set.ts';
import { labelKey } from '../core/text/label.ts';
import { FrameworkNamesRequest, MarksRequest, type FrameworkNames } from '../protocol.ts';
import type { ServerContext } from './server-context.ts';

/** Answers what is asked by whoever shows the marks of a case in its text. */
export function registerMarks({ connection, session, documents }: ServerContext): void {
  connection.onRequest(MarksRequest, async ({ uri, ranges }) => {
    const analysis = await session.analyse(uri);
    if (!analysis) return null;
    const { lines } = analysis;
    const visible = ranges.map(({ start, end }) => ({ start: lines.offsetAt(start), end: lines.offsetAt(end) }));
    const { marks, bars } = marksInSight(analysis, visible);
    return {
      version: documents.get(uri)?.version ?? null,
      marks: marks.map(({ item, framework, form, span, nameSpan }) => ({
        item: shownText(item),
        framework,
        form,
        range: lines.rangeOf(span),
        nameRange: lines.rangeOf(nameSpan),
      })),
      bars,
    };
  });

  connection.onRequest(FrameworkNamesRequest, async ({ folder }) => {
    const project = await session.projectOf(`${folder.replace(/\/$/, '')}/case.md`);
    return { frameworks: [...project.frameworks.values()].map(namesOf), usual: project.defaultFrameworks };
  });
}

function namesOf({ id, title, items }: Framework): FrameworkNames {
  return {
    id,
    title: shownText(title),
    items: items.map((item) => ({ id: item.id, label: shownText(item.label), headings: [item.label, ...item.aliases].map(labelKey) })),
  };
}
