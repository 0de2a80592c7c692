// The test module that VS Code for the Web runs in its extension host: the tests of test/vscode, in one bundle.
// The counts go to where the page came from, after each test.
import './mocha.ts';
import '../vscode/suite/activation.test.ts';
import '../vscode/suite/commands.test.ts';
import '../vscode/suite/confidentiality.test.ts';
import '../vscode/suite/editing.test.ts';
import '../vscode/suite/files.test.ts';
import '../vscode/suite/grammar.test.ts';
import '../vscode/suite/manifest.test.ts';
import '../vscode/suite/marks.test.ts';
import '../vscode/suite/matrix.test.ts';
import '../vscode/suite/navigation.test.ts';
import '../vscode/suite/views.test.ts';
import * as vscode from 'vscode';
import { follow } from '../vscode/result.ts';
import { EXTENSION } from '../vscode/support.ts';

export async function run(): Promise<void> {
  const origin = vscode.extensions.getExtension(EXTENSION)?.extensionUri.with({ path: '/result' }).toString();
  if (origin === undefined) throw new Error('the extension is not there');
  let sent: Promise<unknown> = Promise.resolve();
  await follow(
    (whenDone) => mocha.run(whenDone),
    async (result) => {
      const body = JSON.stringify(result);
      sent = sent.then(() => fetch(origin, { method: 'POST', body })); // one after the other: the last one counts
      await sent;
    },
  );
}
