import { printable } from './printable.ts';

/** For commands that print only JSON lines: accepts the option that all commands share. */
export const alwaysJson = ['--json', 'JSON lines (always on)'] as const;

export const printLine = (value: object): void => {
  process.stdout.write(`${printable(JSON.stringify(value))}\n`);
};
