import type { CaseCoverage } from '../coverage/item-coverage.ts';
import type { Mark } from '../coverage/mark.ts';
import { oncePer } from '../memory/once-per.ts';
import { entryOf } from '../syntax/yaml-node.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import { byStart, encloses, type Span } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { statusLine } from './status-line.ts';

/** What a symbol stands for; editors choose its icon by it. */
export type SymbolKind = 'front-matter' | 'field' | 'source' | 'finding' | 'section' | 'mark';

/** An entry of a case's outline. */
export interface CaseSymbol {
  /** Never empty. */
  readonly name: string;
  /** For an item, its status: "P3 · evidenced · 2 sources". */
  readonly detail: string | undefined;
  readonly kind: SymbolKind;
  /** All that belongs to it; encloses the spans of its children. */
  readonly span: Span;
  /** What is selected when it is chosen; lies in `span`. */
  readonly selectionSpan: Span;
  readonly children: readonly CaseSymbol[];
}

type Flat = Omit<CaseSymbol, 'children'>;

/** The outline of a case: its front matter, and its sections with the containers in them. */
export function documentSymbols(analysis: CaseAnalysis): CaseSymbol[] {
  return nest([...frontMatterSymbols(analysis), ...sectionSymbols(analysis), ...containerSymbols(analysis)]);
}

function frontMatterSymbols({ model }: CaseAnalysis): Flat[] {
  const { frontMatter } = model.syntax;
  if (!frontMatter) return [];
  const top: Flat = { name: 'Front matter', detail: model.id || undefined, kind: 'front-matter', span: frontMatter.span, selectionSpan: frontMatter.span };
  const fields = ['sources', 'findings'].flatMap((name): Flat[] => {
    const entry = entryOf(model.fields, name);
    if (!entry) return [];
    const span = { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.value.span.end) };
    return [{ name, detail: undefined, kind: 'field', span, selectionSpan: entry.keySpan }];
  });
  const sources = model.sources.map(({ id, kind, span, idSpan }): Flat => ({ name: id, detail: kind, kind: 'source', span, selectionSpan: idSpan }));
  const findings = model.findings.map(({ itemId, value, verdict, span, itemSpan }): Flat => ({
    name: itemId,
    detail: value ?? verdict,
    kind: 'finding',
    span,
    selectionSpan: itemSpan,
  }));
  // An entry written elsewhere and referred to here (YAML aliases) stands outside the list that it is in.
  const entries = [...sources, ...findings].filter(({ span }) => fields.some((field) => encloses(field.span, span)));
  return [top, ...fields, ...entries];
}

function sectionSymbols(analysis: CaseAnalysis): Flat[] {
  return analysis.model.sections.map(({ heading, headingSpan, textSpan, bodySpan }) => ({
    name: heading,
    detail: statusOf(analysis, headingSpan, ({ form }) => form === 'heading' || form === 'section'),
    kind: 'section',
    span: { start: headingSpan.start, end: Math.max(headingSpan.end, bodySpan.end) },
    selectionSpan: textSpan,
  }));
}

function containerSymbols(analysis: CaseAnalysis): Flat[] {
  const containers = analysis.model.directives.filter(({ form, name }) => form === 'container' && analysis.frameworks.byId.has(name));
  return containers.map(({ name, nameSpan, span }) => ({
    name: `${name}, ${analysis.frameworks.byId.get(name)?.item.label ?? ''}`,
    detail: statusOf(analysis, nameSpan, () => true),
    kind: 'mark',
    span,
    selectionSpan: nameSpan,
  }));
}

const marksInOrder = oncePer(({ marks }: CaseCoverage): readonly Mark[] => marks.toSorted((a, b) => byStart(a.nameSpan, b.nameSpan)));

/** The statuses of the items that certain marks are about of which the names stand in `place`; undefined when there is no such mark. */
function statusOf({ coverage }: CaseAnalysis, place: Span, isMeant: (mark: Mark) => boolean): string | undefined {
  const marks = marksInOrder(coverage);
  const items = new Set<Mark['item']>();
  for (let index = firstAtOrAfter(marks, place.start, ({ nameSpan }) => nameSpan.start); index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark || !encloses(place, mark.nameSpan)) break;
    if (isMeant(mark)) items.add(mark.item);
  }
  if (items.size === 0) return undefined;
  const statuses = coverage.items.filter(({ entry }) => items.has(entry)).map(statusLine);
  return statuses.length === 0 ? undefined : statuses.join(', ');
}

/** Each symbol below the smallest one that encloses it. */
function nest(flat: readonly Flat[]): CaseSymbol[] {
  interface Node extends Flat {
    readonly children: Node[];
  }
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const symbol of flat.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    while (open.length > 0 && !encloses(open.at(-1)?.span ?? symbol.span, symbol.span)) open.pop();
    const isInside = encloses(symbol.span, symbol.selectionSpan);
    const node: Node = { ...symbol, name: symbol.name || '(untitled)', selectionSpan: isInside ? symbol.selectionSpan : symbol.span, children: [] };
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}
