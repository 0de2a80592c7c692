import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { CheckAllResult } from '../../../server/src/protocol.ts';
import { open, until } from '../support.ts';
import { casewright, cleanUp, finding, findings, noFinding, openNew, replace, root } from './study.ts';

suite('Commands', () => {
  suiteSetup(() => casewright());
  teardown(() => cleanUp('young-firm.md', 'gaps.md', 'casewright.yaml', 'ours.yaml'));

  test('New Case writes a case with its frameworks, opens it, and never overwrites one', async () => {
    const api = await casewright();
    const answers = { folder: root().toString(), template: 'casewright:sme-case', frameworks: ['policy-themes'], name: 'young-firm', title: 'A young firm' };
    const created = await vscode.commands.executeCommand<vscode.Uri | undefined>('casewright.newCase', answers);
    assert.strictEqual(created?.toString(), vscode.window.activeTextEditor?.document.uri.toString());
    await until('the new case', () => api.cases().find((overview) => overview.case === 'young-firm')?.frameworks[0]?.id === 'policy-themes' || undefined);
    const before = vscode.window.activeTextEditor?.document.getText();
    assert.strictEqual(await vscode.commands.executeCommand('casewright.newCase', { ...answers, title: 'Another' }), undefined);
    assert.strictEqual(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root(), 'young-firm.md'))), before);
  });

  test('New Case begins with each of the templates, in Danish, too', async () => {
    const answers = { folder: root().toString(), lang: 'da', frameworks: ['policy-themes'], name: 'young-firm', title: 'En ung virksomhed' };
    for (const [template, heading] of [
      ['casewright:sme-case', 'Virksomheden'],
      ['casewright:interview-summary', 'Interviewet'],
      ['casewright:case-narrative', 'Begyndelsen'],
    ]) {
      const created = await vscode.commands.executeCommand<vscode.Uri | undefined>('casewright.newCase', { ...answers, template });
      const editor = vscode.window.activeTextEditor;
      assert.strictEqual(created?.toString(), editor?.document.uri.toString());
      assert.match(editor?.document.getText() ?? '', new RegExp(`\nlang: da\n[\\s\\S]*\n## ${heading ?? ''}\n`));
      await until('what is still empty', () => (created && findings(created, 'structure/empty-section').length > 5) || undefined);
      assert.deepStrictEqual(created && findings(created, 'structure/missing-section'), []);
      await cleanUp('young-firm.md');
    }
  });

  test('New Case begins with the team’s own template, and a case lacks what that asks for', async () => {
    const write = (name: string, text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root(), name), new TextEncoder().encode(text));
    await write('ours.yaml', 'id: ours\ntitle: Ours\nsections:\n  - {heading: Story, hint: What happened.}\n  - items: all\n');
    await write('casewright.yaml', 'template: ./ours.yaml\n');
    const answers = { folder: root().toString(), template: './ours.yaml', frameworks: ['policy-themes'], name: 'young-firm', title: 'A young firm' };
    const created = await until('the case', () =>
      vscode.commands.executeCommand<vscode.Uri | undefined>('casewright.newCase', answers).then(
        (uri) => uri,
        // The server hears of a new configuration after a moment.
        () => undefined,
      ),
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.match(editor.document.getText(), /\n---\n\n## Story\n\n<!-- What happened\. -->\n\n## Timing of internationalization\n/);
    await replace(editor, '## Story', '## Tale');
    await finding(created, 'structure/missing-section');
    await vscode.commands.executeCommand('casewright.insertMissingSections');
    await noFinding(created, 'structure/missing-section');
    assert.match(editor.document.getText(), /^## Story\n/m);
  });

  test('Check All Cases puts the findings of closed files into Problems, once', async () => {
    // VS Code tells after a moment that the configuration of an earlier test is gone.
    const result = await until('the findings without a template of the team', async () => {
      const checked = await vscode.commands.executeCommand<CheckAllResult>('casewright.checkAll');
      return JSON.stringify(checked.files).includes('the template “Ours”') ? undefined : checked;
    });
    assert.ok(result.cases >= 3);
    const most = result.files.find((file) => file.diagnostics.length > 0);
    assert.ok(most, 'no example has a finding');
    const uri = vscode.Uri.parse(most.uri);
    assert.strictEqual(findings(uri).length, most.diagnostics.length);
    await open(vscode.workspace.asRelativePath(uri));
    await until('the live findings alone', () => (findings(uri).length === most.diagnostics.length ? true : undefined));
    await vscode.commands.executeCommand('casewright.checkAll');
    assert.strictEqual(findings(uri).length, most.diagnostics.length);
  });

  test('Insert Missing Sections adds them in one step to undo', async () => {
    const text = '---\ncase: gaps\ntitle: Gaps\nframeworks: [policy-themes]\n---\n\n## The firm\n\nIt sells valves.\n';
    const editor = await openNew('gaps.md', text);
    await until('the case', async () => (await casewright()).cases().some((overview) => overview.case === 'gaps') || undefined);
    await vscode.commands.executeCommand('casewright.insertMissingSections');
    assert.match(editor.document.getText(), /^## Timing of internationalization/m);
    assert.match(editor.document.getText(), /It sells valves\./);
    const after = editor.document.getText();
    await vscode.commands.executeCommand('casewright.insertMissingSections');
    assert.strictEqual(editor.document.getText(), after);
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(editor.document.getText(), text);
  });

  test('a setting applies at once, and a setting that is taken back no longer does', async () => {
    const editor = await openNew('gaps.md', '---\ncase: gaps\ntitle: Gaps\nframeworks: [policy-themes]\n---\n\nShort :T1.\n');
    const { uri } = editor.document;
    await until('the finding', () => findings(uri, 'coverage/thin').length > 0 || undefined);
    const settings = vscode.workspace.getConfiguration('casewright');
    await settings.update('rules', { 'coverage/thin': 'off' }, vscode.ConfigurationTarget.Workspace);
    await until('no finding', () => findings(uri, 'coverage/thin').length === 0 || undefined);
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await until('the finding again', () => findings(uri, 'coverage/thin').length > 0 || undefined);
  });

  test('the language server can be started again', async () => {
    const editor = await openNew('gaps.md', '---\ncase: gaps\nframeworks: [policy-temes]\n---\n');
    await until('the finding', () => findings(editor.document.uri, 'framework/unknown-framework').length === 1 || undefined);
    await vscode.commands.executeCommand('casewright.restartServer');
    await until('the finding again', () => findings(editor.document.uri, 'framework/unknown-framework').length === 1 || undefined);
  });
});
