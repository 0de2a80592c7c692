import { readFileSync } from 'node:fs';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const INJECTIONS: Readonly<Record<string, string>> = {
  'markdown.casewright.injection': 'casewright.injection.tmLanguage.json',
  'markdown.casewright.suppression': 'casewright.suppression.tmLanguage.json',
};
/** Front matter is only front matter to a Markdown grammar that has some grammar for YAML. */
const YAML = textmate.parseRawGrammar('{"scopeName": "source.yaml", "patterns": [{"match": "#.*$", "name": "comment.yaml"}]}', 'yaml.json');

/**
 * Loads a Markdown grammar with the marks and citations of Casewright injected, as VS Code does.
 * @param files where the Markdown grammar, the folder of ours and the regular expressions' WebAssembly are
 */
export async function loadGrammar(files: { readonly markdown: string; readonly syntaxes: string; readonly wasm: string }): Promise<IGrammar> {
  await oniguruma.loadWASM(readFileSync(files.wasm).buffer).catch(() => undefined); // it may be loaded only once
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      if (scope === 'source.yaml') return YAML;
      const ours = INJECTIONS[scope];
      const file = scope === 'text.html.markdown' ? files.markdown : ours && path.join(files.syntaxes, ours);
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? Object.keys(INJECTIONS) : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('There is no Markdown grammar.');
  return grammar;
}

/** What is coloured in a text, in words: "P3: mark". Of Markdown's own colours only headings and lists are named; of punctuation, none. */
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
  ['entity.name.section.markdown', 'heading'],
  ['punctuation.definition.list', 'list'],
] as const;
