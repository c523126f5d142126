import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** The development key with all scopes; if none is given, one is created and kept in the data folder. */
  readonly key: string | null;
  /** `null`: only into servers launched by this command. */
  readonly samples: boolean | null;
}

/** A mistake in how the command was called; printed without a stack trace. */
export class InvalidUse extends Error {
  override readonly name = 'InvalidUse';
}

export const startUsage = `npm start -- [options]

  --port <n>        port of the API and the pages (3000)
  --host <address>  address to listen on (127.0.0.1: this machine only)
  --data-dir <dir>  where servers keep their data (.dateline)
  --key <text>      the development key, all scopes, at least 16 characters (made once, kept in the data folder)
  --samples         take in the sample articles, also into servers that were running already
  --no-samples      do not take them in

Ctrl-C stops what was started here and nothing else; data stays for the next start.
`;

/** @throws {InvalidUse} naming the option */
export const readStartOptions = (args: readonly string[]): StartOptions | 'help' => {
  const values = parse(args);
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidUse(`--port takes a number from 0 to 65535, not '${values.port}'.`);
  }
  if (values.key !== undefined && (values.key.length < 16 || values.key.length > 200)) {
    throw new InvalidUse('--key takes 16 to 200 characters.');
  }
  return {
    host: values.host,
    port,
    dataDir: values['data-dir'],
    key: values.key ?? null,
    samples: values.samples ?? null,
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: 'string', default: '3000' },
        host: { type: 'string', default: '127.0.0.1' },
        'data-dir': { type: 'string', default: '.dateline' },
        key: { type: 'string' },
        samples: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new InvalidUse(error instanceof Error ? error.message : String(error));
  }
};
