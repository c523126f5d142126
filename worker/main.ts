import { createServer } from 'node:http';
import { readConfigOrExit } from '../platform/config-or-exit.ts';
import { keepHeapLean } from '../platform/lean-heap.ts';
import { createLog } from '../platform/log.ts';
import { closeOnSignals } from '../platform/shutdown.ts';
import { describeWrongServer } from '../platform/wrong-server.ts';
import { createWorker, type RunningWorker } from './create.ts';

/** A worker as a separate process. Shuts down in order on SIGTERM; notifies its parent when it is ready. */
const main = async (): Promise<void> => {
  keepHeapLean();
  const config = readConfigOrExit('worker');
  const log = createLog(config, 'worker');
  const worker = createWorker(config, log);
  closeOnSignals(worker.close, log);
  const { metricsPort } = config.worker;
  if (metricsPort > 0) listen(worker, metricsPort, config.api.host);
  await worker.ready;
  log.info('worker is ready');
  process.send?.('ready');
};

const listen = (worker: RunningWorker, port: number, host: string): void => {
  createServer(async ({ url }, response) => {
    if (url === '/metrics') {
      const { registry, ready } = worker.metrics;
      ready.set((await worker.isReady()) ? 1 : 0);
      response.setHeader('content-type', registry.contentType).end(await registry.metrics());
    } else if (url === '/health/live') response.end('ok');
    else if (url === '/health/ready') response.writeHead((await worker.isReady()) ? 200 : 503).end();
    else response.writeHead(404).end();
  }).listen(port, host);
};

main().catch((error: unknown) => {
  const why = describeWrongServer(error) ?? (error instanceof Error ? error.stack : String(error));
  process.stderr.write(`worker: ${why}\n`);
  process.exit(1);
});
