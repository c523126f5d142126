import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { type NumberedEdit, type PersonEdit, personEdit } from '../../authorities/people/edits.ts';
import { readImport } from '../../authorities/people/import-wikidata.ts';
import { editPeople } from '../../authorities/people/index.ts';
import { indexNames } from '../../mappings/names.ts';
import { readConfig } from '../../platform/config.ts';
import { createElasticsearch, type Elasticsearch } from '../../platform/elasticsearch.ts';
import { appendToPeopleLog, followEveryMs } from '../../platform/people-log.ts';
import { reenrichArticles } from '../../platform/reenrich-articles.ts';
import { buildPeopleTable } from './build.ts';
import { type EditedPeople, readEditedPeople } from './edited-people.ts';

/** `npm run dateline -- people …`: edits of the authority, logged, each reversible by `undo`. */
export const peopleCommand = new Command('people').description('merge, split, name, import and show persons');

peopleCommand
  .command('merge <from> <into>')
  .description('one person stood there twice: the first id leads to the second from now on')
  .action((from: string, into: string) => edit(() => [{ action: 'merge', from, into }], [from]));

peopleCommand
  .command('split <id> <new-id> <names...>')
  .description('two people stood there as one: these names become a person of their own')
  .action((id: string, to: string, names: string[]) =>
    edit(() => [{ action: 'split', id, to, names }], [id]),
  );

peopleCommand
  .command('alias <id> <language> <name>')
  .option('--kind <kind>', 'alias, official, former or nickname', 'alias')
  .action((id: string, language: string, form: string, { kind }: { kind: string }) =>
    edit(() => [personEdit.parse({ action: 'alias', id, name: { form, language, kind } })], [], [form]),
  );

peopleCommand
  .command('import <file>')
  .description('Wikidata-style NDJSON: {"id","labels","aliases"} a line; all of it or nothing')
  .action((file: string) => {
    const records = readImport(readFileSync(file, 'utf8'));
    const parts: PersonEdit[] = [];
    for (let at = 0; at < records.length; at += 500)
      parts.push(personEdit.parse({ action: 'import', records: records.slice(at, at + 500) }));
    return edit(
      () => parts,
      [],
      records.flatMap(({ names }) => names.map(({ form }) => form)),
    );
  });

peopleCommand
  .command('build <out> [files...]')
  .description('write a table of the shipped persons and of NDJSON files, for DATELINE_PEOPLE_TABLE')
  .action(async (out: string, files: string[]) => {
    const { people, bytes } = await buildPeopleTable(out, files);
    process.stdout.write(`${people} persons, ${Math.round(bytes / 1e6)} MB\n`);
  });

peopleCommand
  .command('undo <number>')
  .description('take back an edit, by its number in the history')
  .action((number: string) => edit(() => [personEdit.parse({ action: 'undo', edit: Number(number) })], []));

peopleCommand.command('show <id-or-name>').action((wanted: string) =>
  connected(async ({ people }) => {
    const found = people.get(wanted) ? [wanted] : people.findByName(wanted).map(({ id }) => id);
    if (found.length === 0) throw new Error(`nobody is called ${wanted}`);
    for (const id of found) process.stdout.write(`${JSON.stringify(people.get(id), null, 2)}\n`);
  }),
);

peopleCommand.command('history').action(() =>
  connected(async ({ log }) => {
    for (const { number, at, owner, value } of log)
      process.stdout.write(`${number}\t${at}\t${owner}\t${JSON.stringify(value).slice(0, 500)}\n`);
  }),
);

interface Connected extends EditedPeople {
  readonly client: Elasticsearch;
  readonly names: ReturnType<typeof indexNames>;
}

const connected = async (run: (services: Connected) => Promise<void>): Promise<void> => {
  const config = readConfig();
  const client = createElasticsearch(config);
  try {
    const names = indexNames(config.prefix);
    await run({ client, names, ...(await readEditedPeople(client, names.state, config)) });
  } finally {
    await client.close();
  }
};

/** Tries the edits before it writes them, then queues the articles that name those concerned. */
const edit = (
  make: () => PersonEdit[],
  ids: readonly string[],
  forms: readonly string[] = [],
): Promise<void> =>
  connected(async ({ client, names, edits, table, people }) => {
    const added = make().map((value, index) => ({ number: edits.length + index + 1, edit: value }));
    editPeople(table, [...edits, ...added]);
    const now = new Date().toISOString();
    for (const { number, edit: value } of added) {
      if (
        !(await appendToPeopleLog(client, names.state, {
          number,
          at: now,
          owner: userInfo().username,
          value,
        }))
      )
        throw new Error('somebody else edited the authority at this moment; try again');
      process.stdout.write(`edit ${number}: ${value.action}\n`);
    }
    // Running processes must know the edit before they read the articles again.
    await pause(3 * followEveryMs);
    const concerned = [
      ...ids,
      ...undoneIds(added, edits),
      ...forms.flatMap((form) => [
        ...people.unlinkedIds(form),
        ...people.findByName(form).map(({ id }) => id),
      ]),
    ];
    const waiting = concerned.length > 0 ? await reenrichArticles(client, names, concerned) : 0;
    process.stdout.write(`${waiting} articles will be read again\n`);
  });

/** Whom an undone edit touched. */
const undoneIds = (added: readonly NumberedEdit[], edits: readonly NumberedEdit[]): string[] =>
  added.flatMap(({ edit: value }) => {
    const undone =
      value.action === 'undo' ? edits.find(({ number }) => number === value.edit)?.edit : undefined;
    if (undone?.action === 'merge') return [undone.from, undone.into];
    if (undone?.action === 'split') return [undone.id, undone.to];
    if (undone?.action === 'alias') return [undone.id];
    return undone?.action === 'import' ? undone.records.map(({ id }) => id) : [];
  });
