/*
 * The words by which the prose of a case states what its fields state, too. All of it is data: claim-forms.ts joins it into
 * patterns, and own-firm.ts (rules/consistency) judges by it whose statement it is. Everything is a piece of a regular
 * expression, without groups that capture.
 */

/** A verb in the present and in the past tense. */
export type Tenses = readonly [now: string, past: string];

/** What is earned from customers in a year. */
export const SALES = '(?:revenues?|turnover|sales)';
/** What a firm sells, of which it may sell a part abroad. */
export const OUTPUT = '(?:output|production|products|goods|sales|turnover|revenues?)';
/** The people of a firm, counted. */
export const PEOPLE = '(?:employees|people|persons|workers|staff members|members of staff|staff)';
/** A noun for their number. */
export const STAFF = '(?:number of employees|headcount|workforce|staff|employment)';
export const EXPORTS = '(?:exports|foreign sales|sales abroad|international sales|export sales)';
export const FIRST_SALE = '(?:first (?:foreign sale|export(?: order| sale)?|sale abroad|order from abroad|foreign (?:order|customer)))';
/** A word that qualifies the noun it stands by, and does not lead on to another. */
const QUALIFIER = '(?!(?:of|for|to|an?|the|by|in|from|with|that|which|and|firms?|companies|businesses|people)\\b)[\\w-]+';
const KIND_OF_FIRM =
  '(?:firm|company|business|enterprise|organi[sz]ation|SME|start-up|manufacturer|producer|maker|supplier|developer|consultancy|agency|retailer)';
/** "a firm", "a small Danish maker of pumps": what a sentence says the firm is, before it says how large. */
export const A_FIRM = `(?:an?|the) (?:${QUALIFIER} ){0,4}${KIND_OF_FIRM}(?: (?:of|for|from) ${QUALIFIER}(?: ${QUALIFIER}){0,3})?`;

export const ABROAD = '(?:abroad|exports?|foreign customers|foreign markets|foreign sales|customers abroad|exported|international (?:sales|customers|markets))';
export const HOME = '(?:the home market|the domestic market|at home|domestic customers|customers at home)';

export const FOUNDED = '(?:founded|established|set up|incorporated|formed|created|started)';
export const BEGAN_EXPORTING = '(?:first exported|(?:began|started) (?:exporting|to export|selling abroad|to sell abroad))';
export const HAS_EXPORTED = 'has (?:exported|been exporting|sold abroad|sold its \\w+ abroad|exported its \\w+)';
export const MADE = '(?:made|won|received|got|had)';
export const GREW = '(?:grew|rose|increased|climbed|grown|risen|expanded)';
export const SHRANK = '(?:fell|dropped|declined|decreased|shrank|shrunk|fallen)';
/** Growth in one word, and the factor that it means. */
export const MULTIPLES: Readonly<Record<string, number>> = { doubled: 2, tripled: 3, trebled: 3, quadrupled: 4, halved: 0.5 };

/** Between a noun and its number. */
export const IS: Tenses = [
  '(?:is|are|amounts? to|stands? at|comes? to|totals?|equals?|reaches|reach)',
  '(?:was|were|amounted to|stood at|came to|totalled|totaled|reached)',
];
export const HAS: Tenses = ['(?:has|employs|counts)', '(?:had|employed|counted)'];
export const REPORTS: Tenses = ['(?:has|reports|makes)', '(?:had|reported|made)'];
export const SELLS: Tenses = ['(?:sells|exports|delivers)', '(?:sold|exported|delivered)'];
export const EARNS: Tenses = ['(?:earns|makes|generates|sells)', '(?:earned|made|generated|sold)'];
export const EXPORTS_VERB: Tenses = ['exports', 'exported'];
export const ACCOUNTS_FOR: Tenses = [
  '(?:accounts? for|makes? up|represents?|constitutes?|amounts? to|are|is)',
  '(?:accounted for|made up|represented|constituted|amounted to|were|was)',
];
const FROM = '(?: (?:made|earned|generated|sold))?(?: (?:from|in|on|through))?(?: customers in)?';
/** Between a part of sales and where it is from. */
export const COMES: Tenses = [`(?:is|are|comes?|stems?|originates?)${FROM}`, `(?:was|were|came|stemmed|originated)${FROM}`];
export const CALLED = '(?:is|was|remains|became|counts as|qualifies as|can be called|can be seen as) (?:an? )?(?:(?:true|clear|classic|genuine) )?';

export const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** How a sentence tells that it speaks of the time at which the case was studied. */
export const AT_STUDY = /\bat the time of (?:the|our|this|my) (?:interviews?|study|visit|research)\b|\bat the time of writing\b/i;

/**
 * Before a statement: it is no fact but a plan, a wish, a condition, a guess, or denied. Words of this kind keep the whole
 * sentence behind them from being compared.
 */
export const NO_FACT = new RegExp(
  String.raw`\b(?:${[
    // denied
    "not|n['’]t|no|none|never|neither|nor|without|hardly|scarcely|barely|cannot|far from|rather than|instead of|unlike|except|nobody|nothing|deny|denies|denied",
    // planned and wished
    'will|would|shall|should|could|may|might|must|expect(?:s|ed|ing|ation|ations)?|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|hop(?:es?|ed|ing)|intend(?:s|ed)?|intention|target(?:s|ed)?|goals?|ambition|forecasts?|project(?:ed|ion|ions)|budget(?:s|ed)?|wants?|wish(?:es)?|dreams?|towards?|(?:is|are|was|were) to|until|by the end of',
    // only if, perhaps, as others say
    'if|unless|whether|perhaps|maybe|probably|possibly|allegedly|supposedly|apparently|claims?|claimed|rumours?|wrongly|mistakenly|suppos(?:e|es|ed|ing)|imagine|for example|for instance|hypothe\\w+|in theory|theor(?:y|ies)|literature|stage model|on average|average|typical(?:ly)?|usually|as if|like|resembles?|similar',
  ].join('|')})\b`,
  'i',
);

/** Words for the firm of the case that are no name. */
export const THE_FIRM = /^(?:the|this|our) (?:case )?(?:firm|company|business|enterprise|organi[sz]ation|SME)(?: itself)?$/i;
/** Its own, by a pronoun. */
export const ITS = /^(?:its|their)(?: own)?$/i;

/** Another firm, introduced: from here on "the company", "it" and a revenue without an owner may be that firm's. */
export const ANOTHER_FIRM = new RegExp(
  [
    String.raw`\b(?:an?|another|one|each|every|other|second|sister|mother|parent|partner|predecessor|competing|local|foreign|the \w+) (?:\w+ ){0,2}(?:firm|company|business|enterprise|group|subsidiary|unit|division|branch|office|affiliate|spin-off|start-up|competitor|distributor|joint venture|agency|consultancy|bank|chain|retailer|producer|manufacturer|owner|investor)\b`,
    String.raw`\b(?:parent|subsidiary|affiliate|predecessor|spin-off|acquired|acquisition|bought|took over|takeover|merged|merger|purchased|invested in)\b`,
  ].join('|'),
  'i',
);

/** What a sentence says its subject is; of the firm itself, this introduces no other: "Nordlys is a Danish consultancy". */
export const IS_A_FIRM = new RegExp(`\\b(?:is|was|remains|became) ${A_FIRM}`, 'i');

/** What may stand before the subject of a statement and says nothing of whose it is. */
export const INTRODUCTION = new RegExp(
  String.raw`^(?:${[
    String.raw`(?:according to|in the words of) [^,]{1,60}`,
    String.raw`(?:in|during|for|by|since|at the end of|as of|from) (?:early |late |mid-?)?(?:${MONTH} )?\d{4}`,
    '(?:founded|established|set up|started|based|located|owned|created|run) [^,]{1,60}(?=,)',
    'at the time of (?:the|our|this|my) (?:interviews?|study|visit|research)|at the time of writing',
    String.raw`(?:the|its|his|her|our|their|one) (?:\w+ ){0,3}(?:says|said|states|stated|reports|reported|tells|told us|explains|explained|writes|notes|adds|finds|mentions) that`,
    'today|now|currently|at present|presently|so far|only|just|fully|in (?:total|all|fact|short)|overall|altogether|meanwhile|and|but|that',
  ].join('|')})(?:, ?| )`,
  'i',
);

/** Between the subject and its verb, saying nothing of either; words that put the statement into the past are not here. */
export const ADVERBS = /(?: (?:now|today|currently|presently|itself|also|still|thus|alone))+$/i;
