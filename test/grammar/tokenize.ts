import { readFileSync } from 'node:fs';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const INJECTION = 'markdown.casewright.injection';
/** Front matter is only front matter to a Markdown grammar that has some grammar for YAML. */
const YAML = textmate.parseRawGrammar('{"scopeName": "source.yaml", "patterns": [{"match": "#.*$", "name": "comment.yaml"}]}', 'yaml.json');

/**
 * Loads a Markdown grammar with the marks and citations of Casewright injected, as VS Code does.
 * @param files where the Markdown grammar, the injection and the regular expressions' WebAssembly are
 */
export async function loadGrammar(files: { readonly markdown: string; readonly injection: string; readonly wasm: string }): Promise<IGrammar> {
  await oniguruma.loadWASM(readFileSync(files.wasm).buffer).catch(() => undefined); // it may be loaded only once
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      if (scope === 'source.yaml') return YAML;
      const file = scope === 'text.html.markdown' ? files.markdown : scope === INJECTION ? files.injection : undefined;
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? [INJECTION] : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('There is no Markdown grammar.');
  return grammar;
}

/** What Casewright colours in a text, in words: "P3: mark". Punctuation is left out. */
export function coloured(grammar: IGrammar, text: string): string[] {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap((token) => {
      const name = NAMES.find(([scope]) => token.scopes.at(-1)?.startsWith(scope))?.[1];
      return name === undefined ? [] : [`${line.slice(token.startIndex, token.endIndex).trim()}: ${name}`];
    });
  });
}

const NAMES = [
  ['entity.name.type.mark.casewright', 'mark'],
  ['keyword.control.stance.casewright', 'stance'],
  ['entity.other.attribute-name.casewright', 'attribute'],
  ['string.quoted.casewright', 'value'],
  ['variable.other.source.casewright', 'source'],
  ['keyword.control.suppression.casewright', 'suppression'],
  ['entity.name.type.rule.casewright', 'rule'],
  ['string.unquoted.reason.casewright', 'reason'],
] as const;
