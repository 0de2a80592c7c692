import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const INJECTIONS: Readonly<Record<string, string>> = {
  'markdown.casewright.injection': 'casewright.injection.tmLanguage.json',
  'markdown.casewright.suppression': 'casewright.suppression.tmLanguage.json',
};
/** Front matter is only front matter to a Markdown grammar that has some grammar for YAML. */
const YAML = textmate.parseRawGrammar('{"scopeName": "source.yaml", "patterns": [{"match": "#.*$", "name": "comment.yaml"}]}', 'yaml.json');

/** What a grammar is made of, and how it is read where the tests run. */
export interface GrammarFiles {
  /** Gives a file of the extension. */
  readonly own: (path: string) => Promise<Uint8Array>;
  /** The Markdown grammar of an editor. */
  readonly markdown: () => Promise<Uint8Array>;
}

/** Loads a Markdown grammar with the marks and citations of Casewright injected, as VS Code does. */
export async function loadGrammar({ own, markdown }: GrammarFiles): Promise<IGrammar> {
  const { buffer } = new Uint8Array(await own('node_modules/vscode-oniguruma/release/onig.wasm')); // a copy: it must begin with the program
  await oniguruma.loadWASM(buffer).catch(() => undefined); // it may be loaded only once
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      if (scope === 'source.yaml') return YAML;
      const ours = INJECTIONS[scope];
      const read = scope === 'text.html.markdown' ? markdown : ours && ((): Promise<Uint8Array> => own(`syntaxes/${ours}`));
      return read ? textmate.parseRawGrammar(new TextDecoder().decode(await read()), `${scope}.json`) : null;
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
