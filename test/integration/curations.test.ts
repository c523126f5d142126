import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mounted } from '../../api/mounted.ts';
import { followCurations } from '../../api/search/follow-curations.ts';
import { indexNames } from '../../mappings/names.ts';
import { silentLog } from '../../platform/log.ts';
import { readAudit } from '../../platform/read-audit.ts';
import { callCommand } from '../support/call-command.ts';
import { documentOf } from '../support/documents.ts';
import { type SearchService, startSearchService } from '../support/search-service.ts';

let service: SearchService;
let following: { close: () => Promise<void> };

const documents = [
  documentOf({ id: 'guide', title: 'How to vote', body: 'Where ballots are cast, and when.' }),
  documentOf({
    id: 'dates',
    title: 'The calendar of the year',
    body: 'All days of the year.',
    agency: ['xinhua'],
  }),
  documentOf({ id: 'plain', title: 'Elections are near', body: 'The elections are in May.' }),
];

beforeAll(async () => {
  service = await startSearchService({ codes: ['en'], mounted });
  await service.index(documents);
  const { elasticsearch: client, config } = service.services;
  following = followCurations({ client, prefix: config.prefix, log: silentLog() }, service.curated, 50);
}, 120_000);

afterAll(async () => {
  await following?.close();
  await service?.stop();
}, 60_000);

const command = async (...args: string[]) => {
  const { code, out, told } = await callCommand(service.services.config.prefix, args);
  const lines = out.split('\n').filter((line) => line.startsWith('{'));
  return { code, told, lines: lines.map((line): unknown => JSON.parse(line)) };
};

interface Found {
  readonly total: { readonly count: number };
  readonly results: readonly { readonly id: string }[];
  readonly bestBets?: readonly { readonly id: string; readonly page: string }[];
}
const search = async (query: Record<string, string>): Promise<Found> => {
  const answer = await fetch(`${service.url}/v1/articles?${new URLSearchParams(query)}`);
  return (await answer.json()) as Found;
};
const ids = (list: readonly { readonly id: string }[] = []) => list.map(({ id }) => id);
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 100 && !(await holds()); tries += 1) await pause(50);
};

test('best bets stand beside the results of their query, uncounted, under its filters', async () => {
  expect(await search({ q: 'elections' })).not.toHaveProperty('bestBets');
  const set = await command('best-bets', 'set', 'Elections', 'guide', 'dates', 'not-sent-yet');
  expect(set).toMatchObject({ code: 0, lines: [{ query: 'Elections', unseen: ['not-sent-yet'] }] });
  await until(async () => (await search({ q: 'elections' })).bestBets !== undefined);

  const found = await search({ q: ' ELECTIONS? ' });
  expect(ids(found.bestBets)).toEqual(['guide', 'dates']);
  expect(found.bestBets?.[0]?.page).toBe(`${service.url}/articles/guide`);
  expect([found.total.count, ids(found.results)]).toEqual([1, ['plain']]);

  expect(ids((await search({ q: 'elections', agency: 'xinhua' })).bestBets)).toEqual(['dates']);
  expect(await search({ q: 'elections', lang: 'fr' })).not.toHaveProperty('bestBets');
  for (const other of [{ sort: 'newest' }, { page: '2' }, { q: 'elections may' }])
    expect(await search({ q: 'elections', ...other })).not.toHaveProperty('bestBets');
  const some = await search({ q: 'elections', fields: 'date' });
  expect(Object.keys(some.bestBets?.[0] ?? {}).sort()).toEqual(['date', 'id', 'title']);
  const csv = await fetch(`${service.url}/v1/articles.csv?q=elections`);
  expect(await csv.text()).not.toContain('How to vote');
  const page = await (await fetch(`${service.url}/?q=elections&ui-lang=de`)).text();
  expect(page).toMatch(/<section class="best-bets"><h2>Empfohlen<\/h2>.*How to vote/s);

  const { elasticsearch, config } = service.services;
  await elasticsearch.delete({
    index: indexNames(config.prefix).articlesOf('en'),
    id: 'guide',
    refresh: true,
  });
  expect(ids((await search({ q: 'elections' })).bestBets)).toEqual(['dates']);
  expect((await command('best-bets', 'list')).lines).toEqual([
    { query: 'Elections', articles: ['guide', 'dates', 'not-sent-yet'], unseen: ['guide', 'not-sent-yet'] },
  ]);

  expect(await command('best-bets', 'delete', 'elections')).toMatchObject({
    code: 0,
    lines: [{ deleted: 1 }],
  });
  expect(await command('best-bets', 'delete', 'elections')).toMatchObject({
    code: 1,
    lines: [{ deleted: 0 }],
  });
  await until(async () => (await search({ q: 'elections' })).bestBets === undefined);
  expect(await search({ q: 'elections' })).not.toHaveProperty('bestBets');
}, 120_000);

test('synonyms of the installation find each other without a restart', async () => {
  expect((await search({ q: 'polls' })).total.count).toBe(0);
  expect(await command('synonyms', 'set', 'polls', 'elections')).toMatchObject({
    code: 0,
    lines: [{ replaced: 0 }],
  });
  await until(async () => (await search({ q: 'polls' })).total.count > 0);
  expect(ids((await search({ q: 'polls' })).results)).toEqual(['plain']);
  expect(await command('synonyms', 'set', 'Polls', 'elections', 'vote')).toMatchObject({
    lines: [{ replaced: 1 }],
  });
  expect((await command('synonyms', 'list')).lines).toEqual([{ forms: ['Polls', 'elections', 'vote'] }]);
  expect(await command('synonyms', 'delete', 'vote')).toMatchObject({ code: 0, lines: [{ deleted: 1 }] });
  await until(async () => (await search({ q: 'polls' })).total.count === 0);
  expect((await search({ q: 'polls' })).total.count).toBe(0);

  const { elasticsearch, config } = service.services;
  await elasticsearch.indices.refresh({ index: indexNames(config.prefix).audit });
  const { results } = await readAudit(elasticsearch, indexNames(config.prefix).audit, { from: 0, size: 50 });
  expect(new Set(results.map(({ action }) => action))).toEqual(
    new Set(['set-best-bet', 'delete-best-bet', 'set-synonyms', 'delete-synonyms']),
  );
}, 120_000);

test.each([
  [['best-bets', 'set', '?', 'guide'], /no words/],
  [['best-bets', 'set', 'q', 'a', 'a'], /twice/],
  [['best-bets', 'set', 'q'.repeat(201), 'a'], /longer than 200/],
  [['best-bets', 'set', 'q', ...'abcdefghijk'], /at most 10/],
  [['synonyms', 'set', 'UN', 'un'], /two different forms/],
  [['synonyms', 'set', 'UN', '.'], /no words/],
])(
  '%j is a wrong call',
  async (args, why) => {
    expect(await command(...args)).toMatchObject({ code: 2, told: expect.stringMatching(why) });
  },
  60_000,
);
