import { parentPort, workerData } from 'node:worker_threads';
import { createEditedAuthority, type LoggedEdit } from '../../authorities/people/edited.ts';
import { loadPeopleTable } from '../../authorities/people/load-table.ts';
import { createEnrichers } from '../../chain/enrich/index.ts';
import { createSharedTables } from '../../domain/shared-tables.ts';
import { indexArticle } from '../index-article.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';
import { prepareArticle } from './prepare-article.ts';

const data: ThreadData = workerData;
const tables = createSharedTables(data.tables);
const authority = createEditedAuthority(loadPeopleTable(tables, data.peopleTable));
applyEdits(data.edits);
const enrichers = createEnrichers(tables, authority.people);

/** Edits are checked before they are written; an entry that is none all the same leaves what was in force. */
function applyEdits(edits: readonly LoggedEdit[]): void {
  try {
    authority.apply(edits);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}

const answer = (message: FromThread): void => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'edits') {
    applyEdits(message.edits);
    return;
  }
  const before = process.threadCpuUsage();
  const prepared = message.articles.map((article) =>
    prepareArticle(article, (raw, acceptance) => indexArticle(raw, acceptance, enrichers)),
  );
  const { user, system } = process.threadCpuUsage(before);
  answer({ kind: 'prepared', prepared, cpuMs: (user + system) / 1000 });
});
answer({ kind: 'ready', tables: tables.made() });
