import { entryOf, itemsOf, nodeAt, textOf, type YamlPath } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import { isDate } from '../../text/calendar.ts';
import { defineRule, NO_OPTIONS, type FrontMatterFacts, type Report } from '../rule.ts';
import { figuresOf, nameOfFigure, numberAt, type StatedNumber } from '../figures.ts';

/** A year of the case, and what happened in it. */
interface Event {
  readonly year: number;
  readonly span: Span;
  readonly field: string;
  /** Completes "… in 2004": "the first sale abroad was made". */
  readonly what: string;
}

/** Years and dates that cannot be, or cannot be together: a slip of the pen, or two events under one name. */
export const consistencyDates = defineRule({
  id: 'consistency/dates',
  title: 'Years and dates are possible, and in an order that can be',
  severity: 'warning',
  hasFix: false,
  options: NO_OPTIONS,
  *checkFrontMatter(facts) {
    yield* impossibleDates(facts);
    yield* beforeFounding(facts);
    yield* beforeFirstForeignSale(facts);
    yield* growthBackwards(facts);
  },
});

/** "2011-02-30" has the form of a date and is none. */
function* impossibleDates({ model }: FrontMatterFacts): Iterable<Report> {
  for (const [index, source] of itemsOf(nodeAt(model.fields, ['sources'])).entries()) {
    const node = entryOf(source, 'date')?.value;
    const date = textOf(node);
    if (!node || date === undefined || !/^\d{4}-\d{2}/.test(date) || isDate(date)) continue;
    const message = `There is no such day as ${date}, so readers cannot tell when this source was made. Correct it; a month (${date.slice(0, 4)}-05) or a year alone will do.`;
    yield { span: node.span, message, data: { field: `sources.${index}.date` } };
  }
}

function* beforeFounding(facts: FrontMatterFacts): Iterable<Report> {
  const founded = numberAt(nodeAt(facts.model.fields, ['firm']), 'founded');
  if (!founded) return;
  for (const { year, span, field, what } of eventsOfAFirm(facts)) {
    if (year >= founded.value) continue;
    yield {
      span,
      message: `${what} in ${year}, before the firm was founded (${founded.value}), which cannot be. Correct one of the two years; if a predecessor did it, say so in the text and leave it out here.`,
      related: [{ span: founded.span, message: 'founded' }],
      data: { field },
    };
  }
}

function* eventsOfAFirm(facts: FrontMatterFacts): Iterable<Event> {
  const { fields } = facts.model;
  yield* event(
    numberAt(nodeAt(fields, ['internationalization']), 'first_foreign_sale'),
    'internationalization.first_foreign_sale',
    'The first sale abroad was made',
  );
  yield* listed(facts, ['internationalization', 'markets'], 'year', (name) => `The market ${name} was entered`, 'country');
  yield* listed(facts, ['firm', 'locations'], 'since', (name) => `The place in ${name} was opened`, 'city');
  const figures = figuresOf(facts.model).filter(({ measure }) => OF_THE_FIRM.includes(measure));
  for (const figure of figures) yield* event(figure.year, `figures.${figure.index}.year`, `The figure “${nameOfFigure(figure)}” was reached`);
  for (const [index, source] of itemsOf(nodeAt(fields, ['sources'])).entries()) {
    const doing = MADE_AT_THE_FIRM[textOf(entryOf(source, 'kind')?.value) ?? ''];
    const date = entryOf(source, 'date')?.value;
    const year = /^\d{4}/.exec(textOf(date) ?? '')?.[0];
    if (doing === undefined || !date || year === undefined) continue;
    const what = `The ${doing} “${textOf(entryOf(source, 'id')?.value) ?? ''}” took place`;
    yield { year: Number(year), span: date.span, field: `sources.${index}.date`, what };
  }
}

/** Measures that a firm cannot have before there is one; others may be of a market or a country. */
const OF_THE_FIRM: readonly string[] = ['sales', 'employees', 'profit', 'result', 'exports', 'foreign sales'];

/** Documents may be older than a firm; before it, nobody could be asked or watched there. */
const MADE_AT_THE_FIRM: Readonly<Record<string, string>> = {
  interview: 'interview',
  'direct-observation': 'observation',
  'participant-observation': 'observation',
};

function* listed(facts: FrontMatterFacts, path: YamlPath, yearField: string, what: (name: string) => string, nameField: string): Iterable<Event> {
  for (const [index, entry] of itemsOf(nodeAt(facts.model.fields, path)).entries()) {
    const name = textOf(entryOf(entry, nameField)?.value) ?? textOf(entryOf(entry, 'country')?.value) ?? `no. ${index + 1}`;
    yield* event(numberAt(entry, yearField), [...path, index, yearField].join('.'), what(name));
  }
}

function* event(year: StatedNumber | undefined, field: string, what: string): Iterable<Event> {
  if (year) yield { year: year.value, span: year.span, field, what };
}

/** Only a hint: the year of entry may be that of an office that bought, or of a sale that came to nothing. */
function* beforeFirstForeignSale(facts: FrontMatterFacts): Iterable<Report> {
  const { fields } = facts.model;
  const first = numberAt(nodeAt(fields, ['internationalization']), 'first_foreign_sale');
  const home = textOf(nodeAt(fields, ['firm', 'country']));
  if (!first) return;
  for (const [index, market] of itemsOf(nodeAt(fields, ['internationalization', 'markets'])).entries()) {
    const year = numberAt(market, 'year');
    const country = textOf(entryOf(market, 'country')?.value);
    if (!year || year.value >= first.value || country === home) continue;
    yield {
      span: year.span,
      message: `The market ${country ?? `no. ${index + 1}`} was entered in ${year.value}, before the first sale abroad (${first.value}). If something other than a sale is meant, such as an office, say so as the reason of a suppression; else correct one of the years.`,
      related: [{ span: first.span, message: 'the first sale abroad' }],
      data: { field: `internationalization.markets.${index}.year` },
      severity: 'info',
    };
  }
}

/** Growth is counted from an earlier year to a later one. */
function* growthBackwards({ model }: FrontMatterFacts): Iterable<Report> {
  for (const figure of figuresOf(model)) {
    const { year, since } = figure;
    if (!year || !since || since.value < year.value) continue;
    yield {
      span: since.span,
      message: `The growth of “${nameOfFigure(figure)}” is counted from ${since.value}, which is not before ${year.value}. Write in “since” the earlier year that it is compared with.`,
      data: { field: `figures.${figure.index}.since` },
    };
  }
}
