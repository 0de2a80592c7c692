import { strict as assert } from 'node:assert';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { until } from '../support.ts';
import { casewright, cleanUp, openNew, replace, write } from './study.ts';

const TEXT =
  '---\ncase: marked\ntitle: A marked case\nframeworks: [policy-themes]\n---\n\n## Timing of internationalization\n\nSold :T5[with help]{supports} at 10:30.\n';

suite('Marks in sight', () => {
  teardown(async () => {
    await vscode.workspace.getConfiguration('casewright').update('showMarks', undefined, vscode.ConfigurationTarget.Global);
    await cleanUp('marked.md', 'study-one', 'study-other');
  });

  test('are drawn where they stand, follow the typing, and go and come with Toggle Marks', async () => {
    const { marks } = await casewright();
    const drawn = (): string => marks().map(({ item, form }) => `${item} ${form}`).join(', '); // prettier-ignore
    const shows = (expected: string): Promise<unknown> => until(`“${expected}”`, () => drawn() === expected || undefined);
    const editor = await openNew('marked.md', TEXT);
    await shows('T1 heading, T5 text');
    await replace(editor, 'Sold', 'They :T2[went]. Sold');
    await shows('T1 heading, T2 text, T5 text');
    await vscode.commands.executeCommand('casewright.toggleMarks');
    await shows('T1 heading, T2 text, T5 text');
    await vscode.commands.executeCommand('casewright.toggleMarks');
    await shows('');
    await vscode.commands.executeCommand('casewright.toggleMarks');
    await shows('T1 heading, T2 text, T5 text');
  });

  test('are chips in VS Code’s own preview, below the front matter as a card; other Markdown is left alone', async () => {
    const { document } = await openNew('marked.md', TEXT);
    const html = await renderer();
    const shown = await until('the chips', async () => {
      const rendered = await html(document.getText());
      return rendered.includes('casewright-chip') ? rendered : undefined;
    });
    assert.match(shown, />T1<\/span><\/h2>/);
    assert.match(shown, /with help<\/mark><span class="casewright-chip casewright-framework1" title="[^"]+">T5 supports<\/span> at 10:30\./);
    assert.match(shown, /<p class="casewright-title">A marked case<\/p>/);
    assert.ok(!(await html('Just :T5[text].\n')).includes('casewright'));
  });

  test('are in a preview those of the study that the case is from, where several are open', async () => {
    const html = await renderer();
    for (const study of ['one', 'other']) {
      const pack = `id: own\ntitle: Own\nsource: {authors: [Doe], year: 2020, title: Own}\nkind: themes\nitems:\n  - {id: Q1, label: Theme of ${study}, statement: It is., at: p. 1}\n`;
      await write(`study-${study}/own.yaml`, pack);
      await write(`study-${study}/casewright.yaml`, 'frameworks: [./own.yaml]\n');
      const { document } = await openNew(`study-${study}/case.md`, `---\ncase: of-${study}\n---\n\nMarked :Q1[here].\r\n`);
      await until(`the chip of ${study}`, async () => (await html(document.getText())).includes(`title="Theme of ${study}">Q1`) || undefined);
    }
  });
});

/** VS Code’s own way from Markdown to HTML; where it has no preview, that of the library that the preview is made of. */
async function renderer(): Promise<(text: string) => Thenable<string>> {
  const { extendMarkdownIt } = await casewright();
  const library = extendMarkdownIt(new MarkdownIt());
  await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  const hasPreview = (await vscode.commands.getCommands(true)).includes('markdown.api.render');
  return hasPreview ? (text) => vscode.commands.executeCommand<string>('markdown.api.render', text) : (text) => Promise.resolve(library.render(text));
}
