import { type Config, InvalidConfig, readConfig } from './config.ts';

/** The configuration of a process; if the environment is invalid, the process prints the reasons and ends with 2. */
export const readConfigOrExit = (service: string): Config => {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof InvalidConfig)) throw error;
    process.stderr.write(`${service}: ${error.message}\n`);
    process.exit(2);
  }
};
