import { readConfig } from '../../platform/config.ts';
import { startAlertRunner } from './alert-runner.ts';

/** `alert-runner.ts` as a process of its own, to be killed. */
await startAlertRunner(readConfig());
process.send?.('ready');
