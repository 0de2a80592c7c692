/** A quotation of which it is known what became of it. */
export interface MadeQuotation {
  readonly kind: 'as said' | 'left out and said so' | 'remark put in' | 'altered' | 'much altered' | 'cut' | 'joined' | 'invented';
  readonly quoted: string;
  /** The words it was made of, by which its place in the transcript is known; undefined where it was made of none or of several. */
  readonly from: string | undefined;
}

/** Numbers that look random and are the same in each run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x5bd1e995);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
  };
}

/** The sentences of cases, as plain words. */
export function sentencesOf(cases: readonly string[]): string[] {
  const bodies = cases.map((text) => text.replace(/^---[\s\S]*?\n---\n/, ''));
  const plain = bodies
    .join('\n\n')
    .replace(/^(?:#|:::|<!--|\|).*$/gm, '')
    .replace(/:\w+\[|\]\{[^}]*\}|\[@[^\]]*\]|["*_[\]]|:[A-Z]\w*/g, ' ');
  const sentences = plain.split(/\n\n+/).flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.?!]) (?=\p{Lu})/u));
  return sentences.map((sentence) => sentence.replace(/\s+(?=[.,;])/g, '').trim()).filter((sentence) => sentence.split(' ').length >= 12);
}

/** What is said in a conversation, without who says it and when: sentences of one turn taken together until they have twenty words. */
export function stretchesOf(conversation: string): string[] {
  const stretches: string[] = [];
  for (const turn of conversation.split(/\n\n+/)) {
    const sentences = turn.replace(/^[^\p{L}]*[\p{L}. ]+?\s?:\s/u, '').split(/(?<=[.?!]) (?=\p{Lu})/u);
    let stretch = '';
    for (const sentence of sentences) {
      stretch += (stretch === '' ? '' : ' ') + sentence.trim();
      if (stretch.split(' ').length < 20) continue;
      stretches.push(stretch);
      stretch = '';
    }
  }
  return stretches;
}

/** The sentences as somebody who types off a recording writes them down: turns, times, short lines, parted words, Windows line ends. */
export function transcriptOf(sentences: readonly string[]): string {
  const random = numbers(7);
  const turns: string[] = [];
  for (let at = 0; at < sentences.length;) {
    const length = 1 + random(5);
    const time = `[00:${String(10 + (turns.length % 50))}:${String(10 + random(50))}]`;
    turns.push(wrap(`${time} ${turns.length % 2 === 0 ? 'Interviewer' : 'Mr Holm'}: ${sentences.slice(at, at + length).join(' ')}`));
    at += length;
  }
  return turns.join('\r\n\r\n');
}

function wrap(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length + word.length < 76) line += (line === '' ? '' : ' ') + word;
    else if (/^[a-z]{9,}$/.test(word)) {
      lines.push(`${line} ${word.slice(0, 5)}-`);
      line = word.slice(5);
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join('\r\n');
}

/** So many quotations of each kind. */
export function makeQuotations(said: readonly string[], others: readonly string[], each: number): MadeQuotation[] {
  const random = numbers(42);
  const pick = (from: readonly string[]): string => from[random(from.length)] ?? '';
  const passage = (least: number): string[] => {
    const words = pick(said).split(' ');
    const length = Math.min(words.length, least + random(14));
    const start = random(words.length - length + 1);
    return words.slice(start, start + length);
  };
  const makers: Readonly<Record<MadeQuotation['kind'], () => Omit<MadeQuotation, 'kind'>>> = {
    'as said': () => {
      const words = passage(6);
      return { quoted: dressed(words, random), from: words.join(' ') };
    },
    'left out and said so': () => {
      const words = passage(11);
      const at = 3 + random(3);
      return { quoted: [...words.slice(0, at), ['[…]', '[...]', '(…)', '…'][random(4)], ...words.slice(at + 1 + random(3))].join(' '), from: words.join(' ') };
    },
    'remark put in': () => {
      const words = passage(8);
      const at = 2 + random(4);
      return { quoted: [...words.slice(0, at), '[the firm]', ...words.slice(at)].join(' ').replace(/^(\p{L})/u, '[$1]'), from: words.join(' ') };
    },
    altered: () => {
      const words = passage(8);
      return { quoted: altered(words, 1 + random(Math.floor(words.length / 4)), () => pick(pick(others).split(' ')), random).join(' '), from: words.join(' ') };
    },
    'much altered': () => {
      const words = passage(9);
      return { quoted: altered(words, Math.ceil(words.length / 3), () => pick(pick(others).split(' ')), random).join(' '), from: words.join(' ') };
    },
    cut: () => {
      const words = pick(said.filter((sentence) => sentence.split(' ').length >= 20)).split(' ');
      const at = 5 + random(4);
      return { quoted: [...words.slice(0, at), ...words.slice(at + 2 + random(6))].join(' '), from: words.join(' ') };
    },
    joined: () => {
      // The later one first: what follows soon enough might have been left out rightly.
      const later = 2 + random(said.length - 2);
      const halves = [said[later] ?? '', said[random(later - 1)] ?? ''].map((half) => half.split(' '));
      return { quoted: [...(halves[0] ?? []).slice(0, 8), ...(random(2) === 0 ? ['[…]'] : []), ...(halves[1] ?? []).slice(-8)].join(' '), from: undefined };
    },
    invented: () => {
      const words = pick(others).split(' ');
      return { quoted: words.slice(0, 8 + random(12)).join(' '), from: undefined };
    },
  };
  const words = (text = ''): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  /** By chance a change may change nothing; then it is made again. */
  const made = (kind: MadeQuotation['kind']): MadeQuotation => {
    const quotation = { kind, ...makers[kind]() };
    return kind.includes('altered') && words(quotation.quoted) === words(quotation.from) ? made(kind) : quotation;
  };
  return (Object.keys(makers) as MadeQuotation['kind'][]).flatMap((kind) => Array.from({ length: each }, () => made(kind)));
}

/** The same words as another program, or another hand, sets them. */
function dressed(words: readonly string[], random: (below: number) => number): string {
  const set = words.map((word, index) => {
    const way = random(8);
    if (way === 0) return `*${word}*`;
    if (way === 1 && /^[a-z]{8,}$/.test(word)) return `${word.slice(0, 4)}\u00ad${word.slice(4)}`;
    if (way === 2 && index === 0) return word.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
    return word
      .replace(/'/g, '’')
      .replace(/fi/g, 'ﬁ')
      .normalize(way === 3 ? 'NFD' : 'NFC');
  });
  return set.reduce((text, word) => text + ([' ', ' ', ' ', '\n', '\u00a0', '  '][random(6)] ?? ' ') + word);
}

/** Words changed for others, left out, put in, or put in another order. */
function altered(words: readonly string[], changes: number, other: () => string, random: (below: number) => number): string[] {
  const result = [...words];
  for (let change = 0; change < changes; change += 1) {
    const at = 1 + random(result.length - 2);
    const way = random(4);
    if (way === 0) result.splice(at, 1);
    else if (way === 1) result.splice(at, 0, other());
    else if (way === 2) result.splice(at, 2, ...result.slice(at, at + 2).reverse());
    else result[at] = other();
  }
  return result;
}
