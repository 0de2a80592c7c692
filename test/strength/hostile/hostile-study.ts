/*
 * A study that somebody has written to do harm: every text of it that its format leaves to authors holds something that a
 * program which shows it might obey.
 */

const TURNING = '\u202A\u202B\u202D\u202E\u202C\u2066\u2067\u2068\u2069';

/** What somebody could write, by what it is meant to do. */
export const ATTACKS: Readonly<Record<string, string>> = {
  'run a script': '<img src=x onerror="alert(1)"><svg/onload=alert(1)><script>alert(1)</script>',
  'leave an attribute': `" onmouseover="alert(1)" x='></title></style></table><script>alert(1)</script>`,
  'leave a comment or a section of XML': ']]> --> <!-- &lt;b&gt; &#60;b&#62; <?x y?> _x202E_ _x001B_',
  'be a link or an image': '![i](http://x.test/i.png) [l](javascript:alert(1)) [l]: http://x.test <http://x.test> [@id](command:a)',
  'leave a cell': 'a | b || c \\| d `e|f` ``g \\',
  'be a heading, a list or a rule': '# h\n\n---\n- l\n1. n\n> q\n```\ncode\n',
  'begin a list': '1. n *e* **s** ~~d~~ $x_1$ $$y$$ &amp; &copy;',
  'be a formula': '=HYPERLINK("http://x.test","a")',
  'be a sum': '+1+a',
  'be a difference': '-2+b',
  'be a function': '@SUM(A1)',
  'be a formula behind what is not seen': `\u0000\u202E=1+2,";\t"\r\n=3`,
  'be a formula in wide characters': '＝3+c',
  'turn the direction of writing': `a${TURNING}b\u202Ec`,
  'leave the direction turned': 'abc\u2067def\u202E',
  'move the cursor of a terminal': 'a\u001B[31m\u001B]0;title\u0007\u009B2J\b\b\rb\u007F\u0085\u2028c',
  'be no text': 'a\u0000b\uD800c\uDC00d\uFFFE\uFFFFe',
  'be a name that every object has': '__proto__',
  'be another name that every object has': 'constructor',
};

/** A word of YAML that is exactly the text. */
function yaml(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7E]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text as the id of a source that can be cited. */
const idOf = (text: string): string => text.replace(/[\s{}[\]]/g, '') || 'id';
/** A text as a name that a disk takes for a file. */
const fileOf = (text: string, index: number): string => `${text.replace(/[/\0]/g, '-').slice(0, 60)} ${index}.md`;

function caseOf(text: string): string {
  const t = yaml(text);
  // A file that holds a zero byte is no text; in front matter, YAML can write what a file cannot hold.
  const written = text.replaceAll('\0', ' ').replace(/\p{Cs}/gu, ' ');
  const inLine = written.replace(/\s+/g, ' ');
  const note = inLine.replaceAll('"', '&quot;');
  const source = idOf(written);
  return `---
case: ${t}
title: ${t}
frameworks: [own, ${t}]
template: ${t}
firm: {country: ${t}, ${t}: ${t}}
internationalization: {"__proto__": {polluted: ${t}}}
${yaml(`own ${text}`)}: ${t}
sources:
  - {id: ${yaml(source)}, kind: interview, informant: ${t}, title: ${t}, date: ${t}}
  - {id: unused, kind: ${t}, transcript: ${t}}
findings:
  X0: {value: ${t}, verdict: supported, because: ${t}}
  X1: {value: light, verdict: ${t}, because: ${t}}
  ${t}: {value: ${t}}
---

# ${inLine}

:::X0{supports note="${note}" own="${note}"}
Words that rest on a source [@{${source}}; @{nobody${source}}].
:::

${written}

:X1[Some more words ${inLine}]{qualifies src="${source}"} :Y9[x].
`;
}

function packOf(texts: readonly string[]): string {
  const all = yaml(texts.join(' '));
  const label = (theory: number): string => yaml(texts.filter((_, index) => index % 3 === theory).join(' '));
  const perspectives = [0, 1, 2].map((theory) => `  - {id: theory-${theory}, label: ${label(theory)}, description: ${all}, articles: [${all}]}\n`);
  const items = texts.map(yaml).map(
    (t, index) => `  - id: X${index}
    label: ${t}
    aliases: [${t}]
    statement: ${t}
    questions: [${t}]
    values: [{id: light, means: ${t}}, heavy]
    predictions: {theory-0: {value: light, because: ${t}}}
    traits: {who: one}
    cues: [${t}]
    at: ${t}
`,
  );
  return `id: own
title: ${all}
source: {authors: [${all}], year: 2020, title: ${all}, in: ${all}}
kind: themes
summary: ${all}
perspectives:
${perspectives.join('')}conditions: [{id: when, label: ${all}, description: ${all}, predictions: {theory-0: ${all}}, at: ${all}}]
traits: [{id: who, label: ${all}, description: ${all}, values: [{id: one, label: ${all}}, {id: two, label: ${all}}]}]
links: [{from: X0, to: X1, kind: influences, note: ${all}, at: ${all}}]
items:
${items.join('')}`;
}

function templateOf(texts: readonly string[]): string {
  const sections = texts.map(yaml).map((t) => `  - {heading: ${t}, hint: ${t}}\n`);
  return `id: own-sections\ntitle: ${yaml(texts.join(' '))}\ndescription: ${yaml(texts.join(' '))}\nfields: [firm.founded]\nsections:\n${sections.join('')}`;
}

/** A study with a case for each text, which holds it wherever it can; its framework and its template hold all of them. */
export function studyOf(texts: readonly string[]): Record<string, string> {
  return {
    'casewright.yaml': 'frameworks: [./own.yaml]\ntemplate: ./template.yaml\ngates: {addressed: 50, per_item: {X0: evidenced}}\n',
    'own.yaml': packOf(texts),
    'template.yaml': templateOf(texts),
    ...Object.fromEntries(texts.map((text, index) => [fileOf(text, index), caseOf(text)])),
  };
}

export const HOSTILE: readonly string[] = Object.values(ATTACKS);
/** As many texts as {@link HOSTILE} has, none of which means anything to any program. */
export const HARMLESS: readonly string[] = HOSTILE.map((_, index) => `harmless words ${index}`);
