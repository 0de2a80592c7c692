import { onFirstUse } from '../memory/once-per.ts';

/** Words of which no text is free, in the languages of the cases: as terms, they would be found everywhere. */
const WORDS = {
  en: `a about after all also an and any are as at be been before but by can case could did do does first for from had has have he her here his how if in into
    is it its just last made make many may more most much new no not now of on one only or other our out over she should so some such than that the their them
    then there these they this those through time to two under up was way we well were what when where which who will with work would year years you your`,
  da: `af alle at blev da de dem den denne der deres det dette dig din dog du efter eller en end er et fra før han hans har havde hende her hun hvad hvis hvor i
    ikke ind ja jeg jo kan kom kun kunne man mange med meget men mere mod ned nej nu når og også om op os over på sig sin skal som stor så til ud under var ved vi
    vil være år`,
  de: `aber als am an auch auf aus bei bis da das dass dem den der des die dies doch du ein eine einem einen einer er es für haben hat ich ihr im in ist ja kann
    mehr mit nach nicht noch nur oder sein sich sie sind so über um und uns vom von vor war was wenn werden wie wir wird zu zum zur`,
  et: `aga aasta ei ei ega et ette ja juba kas kes kui kuid kõik ka ma me mis mitte nad nagu need nii ning oli olid oma on palju peale see seda selle siin siis
    ta te tema uus välja või väga üks`,
} as const;

const everyday = onFirstUse(() => new Set(Object.values(WORDS).flatMap((words) => words.split(/\s+/))));

/** Whether a term is one of the commonest words: lower case counts as upper case. */
export function isEverydayWord(term: string): boolean {
  return everyday().has(term.toLowerCase());
}
