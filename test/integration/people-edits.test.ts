import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEditedAuthority } from '../../authorities/people/edited.ts';
import { silentLog } from '../../platform/log.ts';
import { followPeopleLog, readPeopleLog } from '../../platform/people-log.ts';
import { readAudit } from '../../platform/read-audit.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

let site: Installation;
let worker: RunningWorker;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'people-edits-'));
  site = await openInstallation(testConfig());
  worker = createWorker(site.config, silentLog());
  await worker.ready;
  const article = (name: string) => ({
    title: 'Harbour talks',
    body: `Prime Minister ${name} met reporters on Tuesday. “The harbour is open,” ${name} said.`,
    language: 'en',
  });
  await site.acceptor.accept(
    [submission('met', article('Zebulon Harrington')), submission('other', article('Angela Merkel'))],
    'live',
  );
  await site.settled();
}, 120_000);

afterAll(async () => {
  await worker.close();
  await site.erase();
  await rm(folder, { recursive: true });
});

/** Runs the operator's command in a process of its own. */
const people = async (...args: string[]): Promise<{ code: number | null; output: string }> => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../scripts/cli.ts'), 'people', ...args],
    {
      env: {
        ...process.env,
        DATELINE_PREFIX: site.config.prefix,
        ELASTICSEARCH_URL: site.config.elasticsearch.urls[0],
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  await site.settled();
  return { code, output };
};

const peopleOf = async (id: string): Promise<readonly string[]> => {
  const { hits } = await site.client.search<{ people: string[] }>({
    index: site.names.articles,
    query: { term: { id } },
  });
  return hits.hits[0]?._source?.people ?? [];
};

test('a merge and its undo reach the articles concerned, and no others', async () => {
  expect(await peopleOf('met')).toEqual(['name:zebulon harrington']);
  const others = await peopleOf('other');
  const merged = await people('merge', 'name:zebulon harrington', 'dl:wang-yi');
  expect(merged).toMatchObject({ code: 0, output: expect.stringContaining('1 articles') });
  expect(await peopleOf('met')).toEqual(['dl:wang-yi']);
  expect(await peopleOf('other')).toEqual(others);
  const undone = await people('undo', '1', '--json');
  expect([undone.code, JSON.parse(undone.output)]).toEqual([
    0,
    { edits: [{ number: 2, action: 'undo' }], articles: 1 },
  ]);
  const audited = await readAudit(site.client, site.names.audit, { from: 0, size: 10 });
  expect(audited.results.map(({ action, subject }) => [action, subject])).toEqual([
    ['people-undo', ['1']],
    ['people-merge', ['name:zebulon harrington', 'dl:wang-yi']],
  ]);
  expect(await peopleOf('met')).toEqual(['name:zebulon harrington']);
}, 180_000);

test('an edit that cannot hold changes nothing and says why', async () => {
  const before = await readPeopleLog(site.client, site.names.state);
  for (const [wrong, why] of [
    [['merge', 'no such id!', 'dl:wang-yi'], /no person id|Invalid/],
    [['merge', 'Q111', 'dl:wang-yi'], /no person has the id Q111/],
    [['undo', 'first'], /number/i],
    [['import', join(folder, 'nowhere.ndjson')], /nowhere\.ndjson/],
    [['alias', 'dl:wang-yi'], /argument/],
  ] as const) {
    const { code, output } = await people(...wrong);
    expect([code, output]).toEqual([2, expect.stringMatching(why)]);
  }
  expect((await people('show', 'Nobody Whatsoever', '--json')).code).toBe(1);
  expect(await readPeopleLog(site.client, site.names.state)).toEqual(before);
}, 180_000);

test('an import names a person whom articles carry already; a broken one changes nothing', async () => {
  const file = join(folder, 'people.ndjson');
  const line = JSON.stringify({ id: 'Q900000001', labels: { en: 'Zebulon Harrington' }, country: 'NZ' });
  writeFileSync(file, `${line}\n{"id":"Q900000002"}\n`);
  const before = await readPeopleLog(site.client, site.names.state);
  const broken = await people('import', file);
  expect(broken.code).toBe(2);
  expect(broken.output).toContain('line 2');
  expect(await readPeopleLog(site.client, site.names.state)).toEqual(before);
  writeFileSync(file, `${line}\n`);
  expect((await people('import', file)).code).toBe(0);
  expect(await peopleOf('met')).toEqual(['Q900000001']);
}, 180_000);

test('a running process hears of edits, and a merged id finds the survivor', async () => {
  const authority = createEditedAuthority();
  const followed = followPeopleLog(
    { client: site.client, state: site.names.state, log: silentLog() },
    authority,
  );
  await followed.first;
  expect(authority.people.findByName('Zebulon Harrington')[0]?.id).toBe('Q900000001');
  expect((await people('merge', 'Q900000001', 'dl:wang-yi')).code).toBe(0);
  await followed.close();
  expect(authority.people.get('Q900000001')?.id).toBe('dl:wang-yi');
  expect(await peopleOf('met')).toEqual(['dl:wang-yi']);
}, 180_000);
