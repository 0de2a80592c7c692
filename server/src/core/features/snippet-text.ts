/** Text as it must be written in an LSP snippet to be inserted as it is. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A place to fill in, with text that is there until the author types. */
export function placeholder(number: number, text: string): string {
  return text === '' ? `$${number}` : `\${${number}:${literal(text)}}`;
}

/** A place for the text that the author had selected and the completion replaces; `text` where nothing was. */
export function selectedText(number: number, text: string): string {
  return `\${${number}:\${TM_SELECTED_TEXT:${literal(text)}}}`;
}

/** A place to fill in with one of several words. */
export function choice(number: number, words: readonly string[]): string {
  return `\${${number}|${words.map((word) => word.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
}
