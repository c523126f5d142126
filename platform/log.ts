import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/** Structured lines on standard error; standard output belongs to commands. Secrets never pass. */
export const createLog = ({ logLevel }: Pick<Config, 'logLevel'>, service: string): Logger =>
  pino(
    {
      level: logLevel,
      base: { service, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: [
        'req.headers.authorization',
        'req.headers["api-key"]',
        'headers.authorization',
        'headers["api-key"]',
      ],
    },
    pino.destination({ fd: 2, sync: false }),
  );

/** For tests and commands with their own output. */
export const silentLog = (): Logger => pino({ level: 'silent' });
