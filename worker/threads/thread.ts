import { parentPort, workerData } from 'node:worker_threads';
import type { LoggedEdit } from '../../authorities/people/edited.ts';
import { createChain } from '../../chain/index.ts';
import { readAnswer } from '../sources/read-answer.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';

const { edits, ...parts }: ThreadData = workerData;
const chain = createChain(parts);
applyEdits(edits);

/** Edits are checked before they are written; if an entry is invalid nevertheless, the previous edits still apply. */
function applyEdits(added: readonly LoggedEdit[]): void {
  try {
    chain.applyEdits(added);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}

const answer = (message: FromThread): void => parentPort?.postMessage(message);

parentPort?.on('message', async (message: ToThread) => {
  if (message.kind === 'edits') {
    applyEdits(message.edits);
    return;
  }
  if (message.kind === 'source') {
    answer({ kind: 'read', read: await readAnswer(message.answer) });
    return;
  }
  for (const article of message.articles) {
    const before = process.threadCpuUsage();
    const prepared = await chain.prepare(article, (step) => answer({ kind: 'step', step }));
    const { user, system } = process.threadCpuUsage(before);
    answer({ kind: 'prepared', prepared, cpuMs: (user + system) / 1000 });
  }
});
answer({ kind: 'ready', tables: chain.tables() });
