import { parentPort, workerData } from 'node:worker_threads';
import { lookUpInThread } from './measure.ts';

const size = workerData === null ? 0 : lookUpInThread(workerData).size;
parentPort?.postMessage(size);
// Runs until it is stopped, so that its memory can be measured.
setInterval(() => {}, 60_000);
