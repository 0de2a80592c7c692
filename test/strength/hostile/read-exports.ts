import { strFromU8, unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { SaxesParser } from 'saxes';

/*
 * Exports as the programs take them that they are for. What matters of each is twofold: its form, which no text may
 * change, and its texts.
 */

export interface Export {
  /** What a program makes of the export, without its texts: the same for every study of the same size. */
  readonly form: readonly string[];
  /** The texts, as they are shown. */
  readonly texts: readonly string[];
}

/** Markdown, as a renderer takes it that lets HTML through. */
export function readMarkdown(text: string): Export {
  const tokens = new MarkdownIt('default', { html: true }).parse(text, {});
  const inline = (token: (typeof tokens)[number]): string[] =>
    (token.children ?? []).map(({ type }) => type).filter((type) => !/^text(?:_special)?$/.test(type));
  return {
    form: tokens.flatMap((token) => (token.type === 'inline' ? inline(token) : [`${token.type} ${token.tag}`])),
    texts: tokens.flatMap(({ children }) => (children ? [children.map(({ content }) => content).join('')] : [])),
  };
}

/** A page, as a browser takes it: its elements with their attributes, and what is not a study's to say in full. */
export function readHtml(text: string): Export {
  const form: string[] = [];
  const texts: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('value' in node) texts.push(node.value);
    else if ('tagName' in node) {
      form.push(`${node.tagName} ${node.attrs.map(({ name, value }) => (name === 'title' ? name : `${name}=${value}`)).join(' ')}`);
      texts.push(...node.attrs.filter(({ name }) => name === 'title').map(({ value }) => value));
      node.childNodes.forEach(visit);
    } else form.push(node.nodeName);
  };
  parse(text).childNodes.forEach(visit);
  return { form, texts };
}

/** A table of RFC 4180: its form is how many cells each row has. Throws where it is none. */
export function readCsv(text: string): Export {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let row: string[] = []; cell.lastIndex < text.length;) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`This is no CSV: ${text.slice(at, at + 40)}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return { form: rows.map((row) => `${row.length} cells`), texts: rows.flat() };
}

/** What holds a text of a workbook: a cell that has none lacks it, and equal texts share one. */
const HOLDERS: ReadonlySet<string> = new Set(['v', 'si', 't']);

/** A workbook: the elements of each of its files, and its texts as Excel shows them. Throws where it is not well-formed XML. */
export function readWorkbook(bytes: Uint8Array): Export {
  const form: string[] = [];
  const texts: string[] = [];
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    form.push(name);
    const parser = new SaxesParser();
    let element = '';
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', (tag) => {
      element = tag.name;
      if (!HOLDERS.has(element)) form.push(element);
      if (element === 't') texts.push('');
    });
    parser.on('closetag', () => (element = ''));
    parser.on('text', (text) => {
      if (element === 't') texts.push((texts.pop() ?? '') + text);
    });
    parser.write(strFromU8(content)).close();
  }
  const byNumber = (text: string): string => text.replace(/_x([\dA-F]{4})_/gi, (_, number: string) => String.fromCharCode(Number.parseInt(number, 16)));
  return { form, texts: texts.map(byNumber) };
}
