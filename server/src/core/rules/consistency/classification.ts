import * as z from 'zod';
import { nodeAt, textOf } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import { perEuro } from '../euros.ts';
import { employeesOf, possibleSizes, SIZE_CLASSES, turnoverInEuros } from '../firm-size.ts';
import { relatedPlaces } from '../places.ts';
import { defineRule, type BlockAndFacts, type FrontMatterFacts, type RelatedPlace, type Report } from '../rule.ts';
import { counted } from '../wording.ts';
import { grouped, percentText } from './arithmetic.ts';
import { numberAt, type StatedNumber } from '../figures.ts';
import { claimsAboutFirm } from './own-firm.ts';

const options = z.strictObject({
  born_global_years: z
    .number()
    .min(0)
    .default(3)
    .describe('Years from founding to the first sale abroad within which a firm counts as a born global (Knight & Cavusgil 1996).'),
  born_global_share: z.number().min(0).max(1).default(0.25).describe('Share of sales abroad from which it does: 0.25 is 25 % (Knight & Cavusgil 1996).'),
  new_venture_years: z.number().min(0).default(6).describe('The same years for an international new venture (Zahra, Ireland & Hitt 2000).'),
  per_euro: perEuro,
});
type Options = z.output<typeof options>;

/**
 * A class of firms that the case's own numbers do not bear out. Born global: first foreign sale within three years of
 * founding and a quarter of sales abroad (Knight & Cavusgil 1996); new ventures are up to six years old (Zahra, Ireland &
 * Hitt 2000); born-again globals went abroad after a long time at home (Bell, McNaughton, Young & Crick 2003); sizes:
 * Recommendation 2003/361/EC. What cannot be judged, because a number is missing, is not.
 */
export const consistencyClassification = defineRule({
  id: 'consistency/classification',
  title: 'What the case calls the firm agrees with the firm’s years, shares and size',
  severity: 'warning',
  hasFix: false,
  options,
  *checkFrontMatter(facts, given) {
    yield* statedType(facts, given);
    yield* statedSize(facts, given);
  },
  blocksWith: ['claims'],
  *checkBlock({ block, facts }, given) {
    yield* callsInTheText({ block, facts }, given);
  },
});

/** Why a firm is not of a class, with the arithmetic. */
interface Objection {
  readonly because: string;
  readonly related: readonly RelatedPlace[];
}

function* statedType(facts: FrontMatterFacts, given: Options): Iterable<Report> {
  const node = nodeAt(facts.model.fields, ['internationalization', 'type']);
  const type = textOf(node);
  if (!node || type === undefined) return;
  const objection = objectionTo(type, facts, given);
  if (!objection) return;
  yield {
    span: node.span,
    message: `The case calls the firm “${type}”, but ${objection.because}. Choose another type, or correct the numbers.`,
    related: objection.related,
    data: { field: 'internationalization.type', value: type },
  };
}

function objectionTo(type: string, facts: FrontMatterFacts, given: Options): Objection | undefined {
  switch (type) {
    case 'born-global':
      return tooLate(facts, given.born_global_years, 'a born global') ?? tooLittleAbroad(facts, given.born_global_share);
    case 'international-new-venture':
      return tooLate(facts, given.new_venture_years, 'an international new venture');
    case 'born-again-global':
      return tooEarly(facts, given.born_global_years);
    case 'globalizing-sme':
      return noSme(facts);
    default:
      return undefined;
  }
}

/** The years from founding to the first sale abroad; undefined where they are not known or cannot be (consistency/dates). */
function yearsAtHome({ model }: FrontMatterFacts): { years: number; founded: StatedNumber; first: StatedNumber } | undefined {
  const founded = numberAt(nodeAt(model.fields, ['firm']), 'founded');
  const first = numberAt(nodeAt(model.fields, ['internationalization']), 'first_foreign_sale');
  return founded && first && first.value >= founded.value ? { years: first.value - founded.value, founded, first } : undefined;
}

/** "its first foreign sale (1999) came 15 years after its founding (1984)" */
function gap({ years, founded, first }: NonNullable<ReturnType<typeof yearsAtHome>>): Objection {
  const when = years === 0 ? 'in the year of its founding' : `${counted(years, 'year')} after its founding (${founded.value})`;
  return {
    because: `its first foreign sale (${first.value}) came ${when}`,
    related: [...relatedPlaces([founded.span], 'founded'), ...relatedPlaces([first.span], 'first foreign sale')],
  };
}

function tooLate(facts: FrontMatterFacts, limit: number, what: string): Objection | undefined {
  const known = yearsAtHome(facts);
  if (!known || known.years <= limit) return undefined;
  const { because, related } = gap(known);
  return { because: `${because}, while ${what} sells abroad within ${counted(limit, 'year')}`, related };
}

function tooEarly(facts: FrontMatterFacts, limit: number): Objection | undefined {
  const known = yearsAtHome(facts);
  if (!known || known.years > limit) return undefined;
  const { because, related } = gap(known);
  return { because: `${because}, while a born-again global has first been at home for a long time`, related };
}

function tooLittleAbroad({ model }: FrontMatterFacts, limit: number): Objection | undefined {
  const share = numberAt(nodeAt(model.fields, ['internationalization']), 'foreign_sales_share');
  if (!share || share.value >= limit) return undefined;
  return {
    because: `${percentText(share.value * 100)} of its sales are made abroad, while those of a born global reach ${percentText(limit * 100)}`,
    related: relatedPlaces([share.span], 'share of sales abroad'),
  };
}

/** Employees from which a firm is no SME. */
const LARGE = 250;

function noSme(facts: FrontMatterFacts): Objection | undefined {
  const employees = employeesOf(facts);
  if (!employees || employees.value < LARGE) return undefined;
  return {
    because: `it has ${grouped(employees.value)} employees (${employees.name}), while an SME has fewer than ${LARGE}`,
    related: relatedPlaces([employees.span], employees.name),
  };
}

function* statedSize(facts: FrontMatterFacts, given: Options): Iterable<Report> {
  const node = nodeAt(facts.model.fields, ['firm', 'size']);
  const stated = SIZE_CLASSES.findIndex(({ id }) => id === textOf(node));
  const employees = employeesOf(facts);
  if (!node || stated < 0 || !employees) return;
  const turnover = turnoverInEuros(facts, given.per_euro);
  const { least, most } = possibleSizes(facts, employees.value, turnover?.value);
  const numbers = [employees, ...(turnover ? [turnover] : [])];
  const base = {
    span: node.span,
    related: numbers.map(({ span, name }): RelatedPlace => ({ span, message: name })),
    data: { field: 'firm.size', value: textOf(node) ?? '' },
  };
  const size = SIZE_CLASSES[stated];
  if (!size) return;
  const people = `${grouped(employees.value)} ${employees.value === 1 ? 'employee' : 'employees'} (${employees.name})`;
  const earns = turnover ? `a revenue of about EUR ${millions(turnover.value)} (${turnover.name})` : '';
  if (stated < least) {
    yield {
      ...base,
      message: `The firm is called ${size.id}, but it has ${people}; in the EU’s definition a ${size.id} firm has fewer than ${size.employees}. It is ${SIZE_CLASSES[least]?.id ?? 'large'}, unless the number is wrong.`,
    };
  } else if (most !== undefined && stated > most) {
    const fits = SIZE_CLASSES[most];
    const message = `The firm is called ${size.id}, but with ${people} and ${earns} the EU’s definition makes it ${fits?.id ?? ''}, unless a larger firm owns a quarter of it or more. Correct the size, or name the owner in firm.parent.`;
    yield { ...base, message, severity: 'info' };
  } else if (turnover && turnover.value > size.turnover) {
    const message = `The firm is called ${size.id}, but it has ${earns}, above the EUR ${millions(size.turnover)} of the EU’s definition. That is right only if its balance sheet total is at most EUR ${millions(size.balance)}; say so in the text, or correct the size.`;
    yield { ...base, message, severity: 'info' };
  }
}

function millions(euros: number): string {
  return `${grouped(euros / 1_000_000, 1)} million`;
}

/** Types of `internationalization.type` that nobody would call a born global. */
const NOT_BORN_GLOBAL: readonly string[] = ['born-again-global', 'gradual'];

function* callsInTheText({ block, facts }: BlockAndFacts, given: Options): Iterable<Report> {
  const node = nodeAt(facts.model.fields, ['internationalization', 'type']);
  const stated = textOf(node) ?? '';
  for (const { topic, span } of claimsAboutFirm({ block, facts }, ['born-global', 'born-again-global'])) {
    const type = topic === 'born-global' ? 'born-global' : 'born-again-global';
    const isOther = topic === 'born-global' ? NOT_BORN_GLOBAL.includes(stated) : stated !== '' && stated !== type;
    const objection = isOther && node ? otherType(stated, node.span) : stated === type ? undefined : objectionTo(type, facts, given);
    if (!objection) continue;
    yield {
      span,
      message: `The text calls the firm a ${type.replace(/-global$/, ' global')}, but ${objection.because}. Choose another word, or correct the front matter.`,
      related: objection.related,
      data: { value: type },
    };
  }
}

function otherType(stated: string, span: Span): Objection {
  return { because: `internationalization.type is ${stated}`, related: relatedPlaces([span], 'internationalization.type') };
}
