import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { until } from '../support.ts';
import { casewright, cleanUp, openNew, replace } from './study.ts';

const TEXT =
  '---\ncase: marked\ntitle: A marked case\nframeworks: [policy-themes]\n---\n\n## Timing of internationalization\n\nSold :T5[with help]{supports} at 10:30.\n';

suite('Marks in sight', () => {
  teardown(async () => {
    await vscode.workspace.getConfiguration('casewright').update('showMarks', undefined, vscode.ConfigurationTarget.Global);
    await cleanUp('marked.md');
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
    await casewright();
    const { document } = await openNew('marked.md', TEXT);
    const html = (text: vscode.TextDocument | string): Thenable<string> => vscode.commands.executeCommand<string>('markdown.api.render', text);
    const shown = await until('the chips', async () => {
      const rendered = await html(document);
      return rendered.includes('casewright-chip') ? rendered : undefined;
    });
    assert.match(shown, />T1<\/span><\/h2>/);
    assert.match(shown, /with help<\/mark><span class="casewright-chip casewright-framework1" title="[^"]+">T5 supports<\/span> at 10:30\./);
    assert.match(shown, /<p class="casewright-title">A marked case<\/p>/);
    assert.doesNotMatch(await html('Just :T5[text].\n'), /casewright/);
  });
});
