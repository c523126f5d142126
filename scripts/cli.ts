import type { Command } from 'commander';
import { InvalidParameters, InvalidQuery } from '../domain/errors.ts';
import { InvalidConfig } from '../platform/config.ts';
import { commands } from './commands.ts';
import { describeError, WrongCall } from './describe-error.ts';

/** An error that the caller must correct. */
const wrongCalls = [InvalidConfig, WrongCall, InvalidParameters, InvalidQuery];

const usage = `npm run dateline -- <command> [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join('\n')}

npm run dateline -- <command> --help   tells the options of one
`;

/** In all commands 2 means a wrong call; the library's default is 1. */
const exitOnWrongCall = (command: Command): void => {
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  command.commands.forEach(exitOnWrongCall);
};

const [name, ...args] = process.argv.slice(2);
const entry = commands.find((command) => command.name === name);

if (entry) {
  const command = await entry.load();
  exitOnWrongCall(command);
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    // Errors that a command did not expect, or has no message of its own for.
    process.stderr.write(`${name}: ${describeError(error)}\n`);
    process.exitCode = wrongCalls.some((kind) => error instanceof kind) ? 2 : 1;
  }
} else if (name === undefined || name === '--help' || name === '-h') {
  process.stdout.write(usage);
} else {
  process.stderr.write(`There is no command '${name}'.\n\n${usage}`);
  process.exitCode = 2;
}
