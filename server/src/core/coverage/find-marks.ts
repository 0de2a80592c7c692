import type { FrameworkItem, FrameworkSet } from '../frameworks/framework-set.ts';
import type { CaseModel, Section } from '../model/case-model.ts';
import type { Stance } from '../model/vocabulary.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { Mark, SourceUse } from './mark.ts';
import { marksOfBlocks, sourcesCited, type BlockMark } from './marks-of-block.ts';

/**
 * All marks of a case, in reading order: directives that name an item of the case's frameworks, and headings that are
 * an item's label or alias.
 */
export function findMarks(model: CaseModel, frameworks: FrameworkSet): Mark[] {
  const marks: Mark[] = [];
  const marksOf = marksOfBlocks(frameworks);
  for (const { start, block } of model.syntax.blocks) {
    for (const mark of marksOf(block)) {
      marks.push(mark.span ? new MovedMark(mark, mark.span, start) : taggedSection(model, mark, shiftSpan(mark.nameSpan, start)));
    }
  }
  for (const section of model.sections) {
    const item = frameworks.byLabel.get(section.key);
    if (item) marks.push(new SectionMark(model, 'heading', item, section.bodySpan, section.textSpan, NOTHING_SAID));
  }
  return marks.sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}

/** A mark of a block, where the block stands in the document. */
class MovedMark implements Mark {
  readonly #mark: BlockMark;
  readonly #by: number;
  readonly span: Span;
  readonly nameSpan: Span;

  constructor(mark: BlockMark, span: Span, by: number) {
    this.#mark = mark;
    this.#by = by;
    this.span = shiftSpan(span, by);
    this.nameSpan = shiftSpan(mark.nameSpan, by);
  }

  get item(): FrameworkItem {
    return this.#mark.item;
  }

  get form(): Mark['form'] {
    return this.#mark.form;
  }

  get stances(): readonly Stance[] {
    return this.#mark.stances;
  }

  get sourceIds(): readonly string[] {
    return this.#mark.sourceIds;
  }

  get sources(): readonly SourceUse[] {
    return this.#mark.sources.map(({ id, span }) => ({ id, span: shiftSpan(span, this.#by) }));
  }

  get words(): number {
    return this.#mark.words;
  }

  get note(): string | undefined {
    return this.#mark.note;
  }
}

/** What a mark says of itself, apart from the text that it marks. */
interface Said {
  readonly stances: readonly Stance[];
  /** What its `src` names. */
  readonly named: readonly SourceUse[];
  readonly note: string | undefined;
}

const NOTHING_SAID: Said = { stances: [], named: [], note: undefined };

/** A mark on a section, which may reach over many blocks. */
class SectionMark implements Mark {
  readonly #model: CaseModel;
  readonly #named: readonly SourceUse[];
  readonly item: FrameworkItem;
  readonly form: Mark['form'];
  readonly span: Span;
  readonly nameSpan: Span;
  readonly stances: readonly Stance[];
  readonly sourceIds: readonly string[];
  readonly words: number;
  readonly note: string | undefined;

  constructor(model: CaseModel, form: Mark['form'], item: FrameworkItem, span: Span, nameSpan: Span, { stances, named, note }: Said) {
    this.#model = model;
    this.#named = named;
    this.item = item;
    this.form = form;
    this.span = span;
    this.nameSpan = nameSpan;
    this.stances = stances;
    this.sourceIds = [...named.map(({ id }) => id), ...idsCited(model, span)];
    this.words = model.bodyWords.countIn(span);
    this.note = note;
  }

  get sources(): readonly SourceUse[] {
    return [...this.#named, ...sourcesCited(this.#model.citations, this.span)];
  }
}

function taggedSection(model: CaseModel, { item, nameSpan: own, stances, sources, note }: BlockMark, nameSpan: Span): Mark {
  const section = sectionAt(model.sections, nameSpan.start);
  // Before the first heading, what stands there.
  const beforeSections = { start: model.bodyStart, end: model.sections[0]?.headingSpan.start ?? model.syntax.text.length };
  const by = nameSpan.start - own.start;
  const named = sources.map(({ id, span }) => ({ id, span: shiftSpan(span, by) }));
  return new SectionMark(model, 'section', item, section?.bodySpan ?? beforeSections, nameSpan, { stances, named, note });
}

/** The innermost section that a place belongs to, its heading included; undefined before the first heading. */
function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return sections[firstAtOrAfter(sections, offset + 1, (section) => section.headingSpan.start) - 1];
}

/** The ids of the citations in a span. */
function idsCited({ syntax: { blocks } }: CaseModel, span: Span): string[] {
  const ids: string[] = [];
  const first = Math.max(0, firstAtOrAfter(blocks, span.start + 1, (placed) => placed.start) - 1);
  for (let index = first; index < blocks.length && (blocks[index]?.start ?? 0) < span.end; index += 1) {
    const { start, block } = blocks[index] ?? { start: 0, block: undefined };
    for (const { id, idSpan } of block?.citations ?? []) if (idSpan.start + start >= span.start && idSpan.end + start <= span.end) ids.push(id);
  }
  return ids;
}
