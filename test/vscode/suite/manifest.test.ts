import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { configSchema } from '../../../server/src/core/config/config-schema.ts';
import { EXTENSION } from '../support.ts';
import { casewright } from './study.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

/** Settings that are about VS Code and not about cases. */
const OF_THE_EDITOR = ['casewright.showMarks', 'casewright.trace.server'];

suite('What the extension declares', () => {
  const extension = vscode.extensions.getExtension(EXTENSION)!;
  const { contributes } = extension.packageJSON as Manifest;

  test('every command is there', async () => {
    await casewright();
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepStrictEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  test('there is a setting for every key of casewright.yaml', () => {
    const settings = Object.keys(contributes.configuration.properties).filter((name) => !OF_THE_EDITOR.includes(name));
    assert.deepStrictEqual(
      settings.sort(),
      Object.keys(configSchema().shape)
        .map((key) => `casewright.${key}`)
        .sort(),
    );
  });

  test('every file that it names exists', async () => {
    const text = JSON.stringify(extension.packageJSON);
    const files = [...new Set([...text.matchAll(/"(?:\.\/)?((?:dist|media|syntaxes|schemas)\/[^"]+)"/g)].map((match) => match[1]!))];
    assert.ok(files.length > 5);
    for (const file of files) await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, file));
  });
});
