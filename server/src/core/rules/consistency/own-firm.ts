import type { Claim } from '../../claims/claim.ts';
import { ADVERBS, ANOTHER_FIRM, INTRODUCTION, IS_A_FIRM, ITS, NO_FACT, SALES, STAFF, THE_FIRM } from '../../claims/vocabulary.ts';
import { oncePer, onFirstUse } from '../../memory/once-per.ts';
import type { CaseHeader } from '../../model/case-model.ts';
import { nodeAt, textOf } from '../../syntax/yaml-node.ts';
import { labelKey } from '../../text/label.ts';
import type { BlockAndFacts } from '../rule.ts';

/** Forms of companies, as they stand before or behind a name. */
const LEGAL_FORM = /\b(?:A\/S|ApS|AS|OÜ|AB|Oy|Oyj|ASA|GmbH|AG|Ltd|Limited|Inc|LLC|plc|BV|NV|SA|SAS|Srl|SpA|Co|Corp|Corporation)\b\.?/giu;

/**
 * The claims that a block makes about the case’s own firm, of the given topics. In doubt a claim is left out: a sentence that
 * may speak of a subsidiary, of a rival or of the firm's future is none that a field could contradict.
 */
export function claimsAboutFirm({ block, facts: { model } }: BlockAndFacts, topics: readonly Claim['topic'][]): Claim[] {
  const claims = block.claims.filter(({ topic }) => topics.includes(topic));
  if (claims.length === 0) return [];
  const names = namesOf(model);
  const found = claims.filter((claim) => isAboutFirm(claim, names) && (claim.place === undefined || isHomeCountry(model, claim.place)));
  return found.filter((claim, index) => found.findIndex((other) => other.topic === claim.topic && other.span.start === claim.span.start) === index);
}

const englishNames = onFirstUse(() => new Intl.DisplayNames(['en'], { type: 'region' }));

/** Whether a country, named in English, is the home country of the firm. */
function isHomeCountry({ fields }: CaseHeader, place: string): boolean {
  const code = textOf(nodeAt(fields, ['firm', 'country'])) ?? '';
  if (!/^[A-Z]{2}$/.test(code)) return false;
  const name = englishNames().of(code) ?? '';
  return [labelKey(name), labelKey(`the ${name}`), code.toLowerCase()].includes(labelKey(place));
}

/** Words that begin many titles and are no short name of a firm. */
const NO_NAME = /^(?:the|from|how|why|when|case|our|new|going|danish|estonian|\w+(?:ish|ian|ese))$/;

/**
 * What the firm may be called: its name without the form of company, the first words of it, and the id of the case. The
 * title stands in for the name where there is none.
 */
const namesOf = oncePer(({ id, title, fields }: CaseHeader): Names => {
  const name = textOf(nodeAt(fields, ['firm', 'name'])) ?? title ?? '';
  const words = labelKey(name.replace(LEGAL_FORM, ' ')).split(' ');
  const starts = words.map((_, index) => words.slice(0, index + 1).join(' ')).filter((start) => start.length >= 3 && !NO_NAME.test(start));
  return new Set([...starts, labelKey(id)]);
});

type Names = ReadonlySet<string>;

function isAboutFirm(claim: Claim, names: Names): boolean {
  switch (claim.subject) {
    case 'named':
      return claim.named !== undefined && !NO_FACT.test(claim.named) && beginsWithFirm(claim.named, names, [...claim.before, claim.opening]);
    case 'participle':
      return standsRightBefore(claim, names);
    case 'verb':
      return isSubject(claim, names);
    case 'owner':
      return isOwner(claim, names);
  }
}

/** "*Nordlys*, founded", "*Nordlys* (founded", "*Nordlys*, which was founded". */
function standsRightBefore({ opening, before }: Claim, names: Names): boolean {
  const holder = /^(.*)[,(] ?(?:which |who )?$/.exec(opening)?.[1];
  return holder !== undefined && isFirm(lastClause(holder), names, before);
}

/** "*Nordlys* has", "*it* has", "*Nordlys*, based in Oslo, has", "*Nordlys* was founded in 1984 and has". */
function isSubject(claim: Claim, names: Names): boolean {
  const { opening, before } = claim;
  if (isHearsay(opening)) return false;
  const clause = lastClause(opening).replace(ADVERBS, '');
  if (/^(?:which|who)$/i.test(clause)) return standsRightBefore(claim, names);
  const head = withoutIntroduction(opening).trim();
  if (/^it$/i.test(clause)) return refersToFirm(head, clause, before, names);
  if (clause !== '') return isFirm(clause, names, [...before, opening.slice(0, Math.max(0, opening.lastIndexOf(clause)))]);
  if (/, ?$/.test(opening)) return /^[^,]+,[^,]+,$/.test(head) && beginsWithFirm(head, names, before);
  return !/\b(?:that|which|who|whose|where)\b/.test(head) && !introducesAnother(head, names) && beginsWithFirmOrIt(head, names, before);
}

/** Whether "it" or "its" can only be the firm: no other has been named since the firm was. */
function refersToFirm(head: string, pronoun: string, before: readonly string[], names: Names): boolean {
  if (head.toLowerCase() === pronoun.toLowerCase()) return leadsBackToFirm(before, names);
  return !namesAnother(head, names) && beginsWithFirm(head, names, before);
}

/** "Some say that", "Legend has it that": what is said behind a "that" counts only if a source is known to say it. */
function isHearsay(opening: string): boolean {
  return /\bthat\b/.test(withoutIntroduction(opening.split(/[:;] /).at(-1) ?? ''));
}

/** A sentence that begins with a number of the firm's goes on with the next: "sales grew by half, and the number of employees …". */
const A_NUMBER_OF_THE_FIRM = new RegExp(`^(?:the |its )?(?:${SALES}|${STAFF}) `, 'i');

/** "*its* revenue is", "*Nordlys's* revenue is", "revenue is": without an owner, nobody else may have been introduced. */
function isOwner({ opening, before }: Claim, names: Names): boolean {
  const clause = lastClause(opening);
  if (isHearsay(opening)) return false;
  const owner = /^(.*)['’]s?$/.exec(clause)?.[1];
  if (owner !== undefined) return isFirm(owner, names, before);
  const head = withoutIntroduction(opening).trim();
  if (ITS.test(clause)) return refersToFirm(head, clause, before, names);
  if (clause !== '' && !/^the$/i.test(clause)) return false;
  if ([...before, opening].some((sentence) => introducesAnother(sentence, names))) return false;
  // "…: the narrative says that revenue is": what stands before the colon introduces, too.
  const rest = withoutIntroduction(opening.split(/[:;] /).at(-1) ?? '').trim();
  return head === clause || rest === clause || A_NUMBER_OF_THE_FIRM.test(head) || (!namesAnother(head, names) && beginsWithFirmOrIt(head, names, before));
}

/** Whether the sentences before are about the firm: the last that does not itself begin with "it" begins with the firm. */
function leadsBackToFirm(before: readonly string[], names: Names): boolean {
  for (const [index, sentence] of [...before.entries()].reverse()) {
    if (namesAnother(sentence, names)) return false;
    const head = withoutIntroduction(sentence);
    if (!PRONOUN.test(head)) return beginsWithFirm(head, names, before.slice(0, index));
  }
  return false;
}

const PRONOUN = /^(?:it|its)\b/i;

/** Whether a sentence begins with the firm, or with a pronoun that can only be the firm. */
function beginsWithFirmOrIt(head: string, names: Names, before: readonly string[]): boolean {
  return PRONOUN.test(head) ? leadsBackToFirm(before, names) : beginsWithFirm(head, names, before);
}

/** Capitals that are no firm: places behind "in", and words such as "Danish". */
const PLACES = /\b(?:in|near|outside) (?:the )?\p{Lu}[\p{L}-]+(?:(?:,| and|, and) \p{Lu}[\p{L}-]+)*|\b\p{Lu}\p{L}+(?:ish|ian|ese)\b/gu;

/** Whether a sentence brings in somebody else: another firm, or a name that is not the firm's. */
function namesAnother(sentence: string, names: Names): boolean {
  if (introducesAnother(sentence, names)) return true;
  const others = sentence.replace(PLACES, ' ').trim().split(' ').slice(1);
  return others.some((word) => /^\p{Lu}\p{Ll}/u.test(word) && ![...names].some((name) => name.split(' ').includes(labelKey(word))));
}

/** Whether a sentence speaks of a firm that is not the one by whose name it begins. */
function introducesAnother(sentence: string, names: Names): boolean {
  if (!ANOTHER_FIRM.test(sentence)) return false;
  const isAboutItself = IS_A_FIRM.test(sentence) && beginsWithFirm(sentence, names, []);
  return !isAboutItself || ANOTHER_FIRM.test(sentence.replace(IS_A_FIRM, ''));
}

/** Whether these words are the firm: one of its names, or "the firm" where no other firm has been introduced. */
function isFirm(words: string, names: Names, before: readonly string[]): boolean {
  const plain = withoutIntroduction(words).trim();
  if (THE_FIRM.test(plain)) return !before.some((sentence) => introducesAnother(sentence, names));
  return names.has(labelKey(plain.replace(LEGAL_FORM, ' ')));
}

/** Whether these words begin with the firm and go on with something that is no part of a name. */
function beginsWithFirm(text: string, names: Names, before: readonly string[]): boolean {
  const words = withoutIntroduction(text).trim().split(' ');
  return words.some((word, index) => {
    const start = words
      .slice(0, index + 1)
      .join(' ')
      .replace(/[,:(]$/, '');
    const goesOn = /[,:(]$/.test(word) || !/^[\p{Lu}&]/u.test(words[index + 1] ?? '');
    return index < 6 && goesOn && isFirm(start, names, before);
  });
}

/** The words from the last comma, colon or conjunction on, without what says nothing of the subject. */
function lastClause(opening: string): string {
  const clause = opening.split(/[,;:(–—] ?|\b(?:and|but|that|while|whereas|because|since|although|though) /u).at(-1) ?? '';
  return withoutIntroduction(clause).trim();
}

function withoutIntroduction(text: string): string {
  let rest = text.trimStart();
  for (let next = rest.replace(INTRODUCTION, ''); next !== rest; next = rest.replace(INTRODUCTION, '')) rest = next.trimStart();
  return rest;
}
