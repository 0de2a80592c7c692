import fc from 'fast-check';
import type { Token } from 'markdown-it';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { exampleCases } from '../../support/features.ts';
import { builtinNames, previewOf } from '../../support/preview.ts';
import { analyse } from '../../support/workspace.ts';

const HEAD = '---\ncase: one\ntitle: One\nframeworks: [policy-themes, internationalization-capacity]\n---\n';
const names = await builtinNames();
const preview = previewOf(names);

/** What the body of a case becomes, without its card. */
function rendered(body: string): string {
  return preview.render(HEAD + body).replace(/^<section[\s\S]*?<\/section>\n/, '');
}

describe('a preview shows', () => {
  it('marked text with the id of its item behind it, and the stance as a word', () => {
    expect(rendered('A :P4[*good* word]{supports} here.\n')).toMatch(
      /^<p>A <mark class="casewright-mark casewright-framework2"><em>good<\/em> word<\/mark><span class="casewright-chip casewright-framework2" title="[^"]+">P4 supports<\/span> here\.<\/p>\n$/,
    );
  });
  it('a tagged paragraph with a bar and a chip', () => {
    expect(rendered('Text :P6.\n')).toMatch(
      /^<p class="casewright-paragraph casewright-framework2">Text <span class="casewright-chip[^>]+>P6<\/span>\.<\/p>\n$/,
    );
  });
  it('a container and what is in it', () => {
    expect(rendered(':::T1{rival}\nOne\n\n- two\n:::\n\nThree\n')).toMatch(
      /^<div class="casewright-block casewright-framework1">\n<span[^>]+>T1 rival<\/span>\n<p>One<\/p>\n<ul>\n<li>two<\/li>\n<\/ul>\n<\/div>\n<p>Three<\/p>\n$/,
    );
  });
  it('a chip for a mark on a line of its own', () => {
    expect(rendered('Text.\n::P5\nMore.\n')).toMatch(/^<p>Text\.<\/p>\n<p><span[^>]+>P5<\/span><\/p>\n<p>More\.<\/p>\n$/);
  });
  it('a chip behind a heading that marks its section by itself', () => {
    expect(rendered('## 2. Timing of internationalization\n')).toMatch(/^<h2>2\. Timing of internationalization<span[^>]+>T1<\/span><\/h2>\n$/);
  });
  it('marks within marks', () => {
    expect(rendered('One :P3[two :T2[three] four].\n').match(/<mark|<\/mark>|>[PT]\d</g)).toEqual(['<mark', '<mark', '</mark>', '>T2<', '</mark>', '>P3<']);
  });
});

describe('what is no mark', () => {
  it.each(['At 10:30 :smile: and a:b.', ':note[this] and :P99[that].', ':::note', '`:P4[x]`', 'See http://P1:P1@x.dk.', '\\:P4[x]', 'C:P1'])(
    '%s stays as it is',
    (body) => {
      expect(rendered(`${body}\n`)).toBe(previewOf(undefined).render(`${body}\n`));
    },
  );
  it('in a file that is no case stays as it is, front matter included', () => {
    for (const text of ['---\ntitle: No case\n---\n\n:P4[x]\n\n:::P3\ny\n:::\n', ':P4[x] :P6\n', '']) {
      expect(preview.render(text)).toBe(previewOf(undefined).render(text));
    }
  });
  it('stays as it is until it is known what is one', () => {
    expect(previewOf(undefined).render(`${HEAD}\n:P4[x]\n`)).toContain('<p>:P4[x]</p>');
  });
});

describe('the card of a case', () => {
  const card = (front: string): string => preview.render(`---\ncase: one\n${front}\n---\n\nText.\n`).split('</section>')[0] ?? '';
  it('has its title, its fields, its sources, its findings and a legend', () => {
    const html = card(
      'title: Brodersen Controls\nframeworks: [policy-themes]\nfirm: {country: DK, employees: 40}\nsources:\n  - {id: int, kind: interview, informant: CEO}\nfindings:\n  T1: {verdict: supported, because: They did}',
    );
    for (const part of [
      '<p class="casewright-title">Brodersen Controls</p>',
      '<dt>firm</dt><dd>country DK, employees 40</dd>',
      '<li class="casewright-framework1">Seven themes',
      '<td>int</td><td>interview</td><td>informant: CEO</td>',
      '>T1</span> Timing of internationalization</td><td>supported</td><td></td><td>They did</td>',
    ]) {
      expect(html).toContain(part);
    }
  });
  it.each([
    [
      'does not end',
      'title: No end\n\nText :T1.\n',
      /class="casewright-problem">Fields and marks may be missing in this preview\. Line 1: The front matter is not closed: a line with three hyphens/,
    ],
    ['cannot be read', 'title: "No end\n---\n\nText :T1.\n', /class="casewright-problem">Fields and marks may be missing in this preview\. Line \d: /],
  ])('says so where the front matter %s', (_what, text, said) => {
    expect(preview.render(`---\ncase: one\n${text}`)).toMatch(said);
  });
  it('shows nothing of the raw front matter below it', () => {
    expect(rendered('Text.\n')).toBe('<p>Text.</p>\n');
  });
});

/** Elements and attributes of some HTML. */
function partsOf(html: string): string[] {
  const parts: string[] = [];
  const visit = (node: { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: unknown[] }): void => {
    parts.push(node.nodeName, ...(node.attrs ?? []).map(({ name }) => `@${name}`));
    for (const child of node.childNodes ?? []) visit(child as typeof node);
  };
  visit(parseFragment(html));
  return parts;
}

describe('hostile text', () => {
  const ATTACKS = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '&lt;b&gt;</td></table></section><iframe>',
    '\u202Eevil',
  ];
  it.each(ATTACKS)('%j adds no element and no attribute', (attack) => {
    const quoted = JSON.stringify(attack);
    const text = `---\ncase: ${quoted}\ntitle: ${quoted}\nframeworks: [mine]\n? ${quoted}\n: ${quoted}\nsources:\n  - {id: ${quoted}, kind: ${quoted}, x: ${quoted}}\nfindings:\n  ? ${quoted}\n  : {because: ${quoted}}\n  A1: {value: ${quoted}}\n---\n\n:A1[x]\n`;
    const evil = { frameworks: [{ id: 'mine', title: attack, items: [{ id: 'A1', label: attack, headings: [] }] }], usual: [] };
    const html = previewOf(evil).render(text);
    const known = new Set([
      '#document-fragment',
      '#text',
      'section',
      'p',
      'dl',
      'div',
      'dt',
      'dd',
      'ul',
      'li',
      'table',
      'caption',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'mark',
      'span',
    ]);
    const strange = partsOf(html).filter((part) => !known.has(part) && !['@class', '@title', '@aria-label', '@scope'].includes(part));
    expect(strange).toEqual([]);
    expect(html).not.toContain('\u202E');
  });
});

/** The marks in what markdown-it made of a text, in reading order. */
function marksIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token): string[] => {
    if (token.children) return marksIn(token.children);
    const meta = token.meta as { item: { id: string }; stances: string[] } | null;
    const form = { casewright_mark_open: 'text', casewright_chip: 'tag', casewright_leaf: 'tag', casewright_block_open: 'container' }[token.type];
    return form && meta ? [`${meta.item.id} ${form} ${meta.stances.join()}`] : [];
  });
}

async function agrees(text: string): Promise<void> {
  const { coverage } = await analyse(text);
  const expected = coverage.marks.map(
    ({ item, form, stances }) => `${item.item.id} ${form === 'text' || form === 'container' ? form : 'tag'} ${stances.join()}`,
  );
  expect(marksIn(preview.parse(text, {}))).toEqual(expected);
}

describe('a preview has the marks that the findings rest on', () => {
  it.each(Object.entries(exampleCases()))('in %s', (_name, text) => agrees(text));

  it('in any mixture of text', async () => {
    const piece = fc.constantFrom(
      'word ',
      'two\nlines ',
      ':P4[marked]{supports} ',
      ':P6 ',
      ':P6',
      ':T1[a :P2[b] c]',
      ':P1{rival}',
      ':P1{',
      ':P3[open ',
      ']',
      '[@int] ',
      '*a* ',
      '`:P1` ',
      'a:P1 ',
      ':note[x] ',
      '10:30 ',
      '\n\n',
      '\n\n## Timing of internationalization\n\n',
      '\n\n# A :P5\n\n',
      '\n\n::T3\n\n',
      '\n\n:::P3{supports}\n',
      '\n:::\n',
      '\n\n::::T2\n',
      '\n::::\n',
      '\n\n- item ',
      '\n\n> quoted ',
      '\n\n```\n:P1\n```\n\n',
      '<!-- :P1 -->',
      '\\:P1 ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), (pieces) => agrees(`${HEAD}\n${pieces.join('')}\n`)),
      { numRuns: 300 },
    );
  });
});
