import type { MessagePort } from 'node:worker_threads';
import { openWorkspace } from '../open-study.ts';
import { StudyFiles } from '../study-files.ts';
import type { ViewName } from '../views/all-views.ts';
import { CaseReader } from './case-reader.ts';
import { packed, type Order, type WorkerSetup } from './messages.ts';

/** What a worker does: reads the batches of files that it is given, until there are no more. */
export function serveReadings<Name extends ViewName>(port: MessagePort, { request, cwd }: WorkerSetup<Name>): void {
  const reader = new CaseReader(openWorkspace(), new StudyFiles(), request, cwd);
  port.on('message', (order: Order) => {
    if (order === null) {
      port.postMessage({ learned: reader.learned });
      port.close();
      return;
    }
    const answer = packed(
      order.batch,
      order.tasks.map((task) => reader.readOne(task)),
    );
    port.postMessage(answer, [answer.parts.buffer as ArrayBuffer]);
  });
}
