import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mounted } from '../../api/mounted.ts';
import { languages } from '../../languages/index.ts';
import { silentLog } from '../../platform/log.ts';
import { findFiles } from '../../scripts/ingest/files.ts';
import { openProgress } from '../../scripts/ingest/progress.ts';
import { ingestSources } from '../../scripts/ingest/run.ts';
import { createWorker } from '../../worker/create.ts';
import { startSearchService } from './search-service.ts';

const root = join(import.meta.dirname, '..', '..');

/** What `npm start` gives: API, pages and a worker over real servers, the samples taken in as an operator would. */
export const startNewsroom = async () => {
  const service = await startSearchService({ codes: languages.map(({ code }) => code), mounted });
  const { config, elasticsearch } = service.services;
  const worker = createWorker(config, silentLog());
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-newsroom-'));
  await worker.ready;
  const { failed } = await ingestSources({
    config,
    sources: await findFiles([join(root, 'samples')], undefined),
    progress: openProgress(join(scratch, 'ingest.json')),
    maxWaiting: 20_000,
    onProgress: () => {},
    stopped: new AbortController().signal,
  });
  if (failed > 0) throw new Error(`${failed} samples could not be taken in`);
  await elasticsearch.indices.refresh({ index: `${config.prefix}-articles*` });
  return {
    url: service.url,
    key: service.key,
    /** A folder of its own, for what the recipes write. */
    scratch,
    stop: async (): Promise<void> => {
      await worker.close();
      await service.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
};
