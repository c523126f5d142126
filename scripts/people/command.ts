import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { BrokenImport, readImport } from '../../authorities/people/import-wikidata.ts';
import type { PersonRecord } from '../../authorities/people/index.ts';
import { ImpossibleEdit } from '../../authorities/people/person-edit.ts';
import { WrongCall } from '../describe-error.ts';
import { buildPeopleTable } from './build.ts';
import { type Concerned, connected, editAuthority } from './edit-people.ts';

interface Output {
  readonly json?: true;
}

/** `npm run dateline -- people …`: edits of person records; each is logged and can be reverted with `undo`. */
export const peopleCommand = new Command('people')
  .description('merge, split, rename, import and show persons')
  .addHelpText(
    'after',
    '\nExit: 0 done, 1 no person has this name or id, another edit was made at the same moment, or the store is unavailable,\n' +
      '2 wrong call: the edit is not possible or the file cannot be read; nothing was changed.',
  );

const json = ['--json', 'lines of JSON'] as const;

peopleCommand
  .command('merge <from> <into>')
  .description('merge two records of one person: the first id now leads to the second')
  .option(...json)
  .action((from: string, into: string, output: Output) =>
    edit([{ action: 'merge', from, into }], { ids: [from] }, output),
  );

peopleCommand
  .command('split <id> <new-id> <names...>')
  .description('split a record of two people: these names become a separate person')
  .option(...json)
  .action((id: string, to: string, names: string[], output: Output) =>
    edit([{ action: 'split', id, to, names }], { ids: [id] }, output),
  );

peopleCommand
  .command('alias <id> <language> <name>')
  .description('add a name to a person')
  .option('--kind <kind>', 'alias, official, former or nickname', 'alias')
  .option(...json)
  .action((id: string, language: string, form: string, { kind, ...output }: Output & { kind: string }) =>
    edit([{ action: 'alias', id, name: { form, language, kind } }], { forms: [form] }, output),
  );

peopleCommand
  .command('import <file>')
  .description('Wikidata-style NDJSON, one {"id","labels","aliases"} per line; all or nothing')
  .option(...json)
  .action((file: string, output: Output) =>
    explainingErrors(async () => {
      const records = readImport(readFileSync(file, 'utf8'));
      const forms = records.flatMap(({ names }) => names.map(({ form }) => form));
      if (records.length === 0) throw new WrongCall('the file contains no person');
      await editAndReport(importOf(records), { forms }, output);
    }),
  );

peopleCommand
  .command('build <out> [files...]')
  .description('write a table of the shipped persons and those in NDJSON files, for DATELINE_PEOPLE_TABLE')
  .option(...json)
  .action((out: string, files: string[], output: Output) =>
    explainingErrors(async () => {
      const { people, bytes } = await buildPeopleTable(out, files);
      if (output.json) print({ out, people, bytes });
      else process.stdout.write(`${people} persons, ${Math.round(bytes / 1e6)} MB\n`);
    }),
  );

peopleCommand
  .command('delist <id>')
  .description('hide a person: no page, suggestion, facet value or search; texts stay; reverted by undo')
  .option(...json)
  .action((id: string, output: Output) => edit([{ action: 'delist', id }], {}, output));

peopleCommand
  .command('undo <number>')
  .description('revert an edit, by its number in the history')
  .option(...json)
  .action((number: string, output: Output) => edit([{ action: 'undo', edit: Number(number) }], {}, output));

peopleCommand
  .command('show <id-or-name>')
  .description('show the record of a person, or of everyone with a name')
  .option(...json)
  .action((wanted: string, output: Output) =>
    connected(async ({ people }) => {
      const found = people.get(wanted) ? [wanted] : people.findByName(wanted).map(({ id }) => id);
      if (found.length === 0) throw new Error(`no person has the name or id ${wanted}`);
      for (const id of found)
        process.stdout.write(`${JSON.stringify(people.get(id), null, output.json ? 0 : 2)}\n`);
    }),
  );

peopleCommand
  .command('history')
  .description('list all edits, oldest first')
  .option(...json)
  .action((output: Output) =>
    connected(async ({ log }) => {
      for (const { number, at, owner, value } of log)
        if (output.json) print({ number, at, owner, edit: value });
        else process.stdout.write(`${number}\t${at}\t${owner}\t${JSON.stringify(value).slice(0, 500)}\n`);
    }),
  );

const mostOfOneEdit = 500;

/** One edit, or a batch that applies only as a whole. */
const importOf = (records: readonly PersonRecord[]): readonly unknown[] => {
  const parts = Math.ceil(records.length / mostOfOneEdit);
  const batch = parts > 1 ? { batch: { id: randomUUID(), parts } } : {};
  return Array.from({ length: parts }, (_, part) => ({
    action: 'import',
    records: records.slice(part * mostOfOneEdit, (part + 1) * mostOfOneEdit),
    ...batch,
  }));
};

const print = (value: object): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

const edit = (wanted: readonly unknown[], concerned: Concerned, output: Output): Promise<void> =>
  explainingErrors(() => editAndReport(wanted, concerned, output));

const editAndReport = async (wanted: readonly unknown[], concerned: Concerned, { json }: Output) => {
  const done = await editAuthority(wanted, concerned);
  if (json) return print(done);
  for (const { number, action } of done.edits) process.stdout.write(`edit ${number}: ${action}\n`);
  process.stdout.write(`${done.articles} articles will be enriched again\n`);
};

/** @throws {WrongCall} for errors that the caller must correct; nothing was changed then */
const explainingErrors = async (task: () => Promise<void>): Promise<void> => {
  try {
    await task();
  } catch (error) {
    const why = wrongCall(error);
    throw why === null ? error : new WrongCall(why);
  }
};

const wrongCall = (error: unknown): string | null => {
  if (error instanceof ImpossibleEdit || error instanceof BrokenImport) return error.message;
  const isUnreadable = error instanceof Error && 'syscall' in error && error.syscall === 'open';
  return isUnreadable ? error.message : null;
};
