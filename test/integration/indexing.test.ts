import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readyMadeType } from '../../chain/ready-made.ts';
import { toTombstone } from '../../domain/document.ts';
import { silentLog } from '../../platform/log.ts';
import { createWorker, type RunningWorker } from '../../worker/create.ts';
import { type Installation, openInstallation, submission, testConfig } from '../support/installation.ts';

const english = (n: number | string) => ({
  title: `Ministers discuss the harbour, part ${n}`,
  body: `The ministers of both countries met on Tuesday and discussed the harbour, part ${n}.`,
  language: 'en',
});

let site: Installation;
let worker: RunningWorker;

beforeAll(async () => {
  site = await openInstallation(testConfig());
  worker = createWorker(site.config, silentLog());
  await worker.ready;
}, 120_000);

afterAll(async () => {
  await worker.close();
  await site.erase();
});

const take = async (...submissions: ReturnType<typeof submission>[]) =>
  (await site.acceptor.accept(submissions, 'live')).map(({ outcome, revision }) => `${outcome} ${revision}`);

/** Languages that have an index. */
const housed = async (): Promise<readonly string[]> => {
  const { names, client } = site;
  const found = await client.indices.getAlias({ name: names.articlesOf('*') }, { ignore: [404] });
  const start = names.articlesOf('').length;
  return Object.values(found)
    .flatMap(({ aliases }) => Object.keys(aliases))
    .filter((alias) => alias.startsWith(names.articlesOf('')))
    .map((alias) => alias.slice(start))
    .sort();
};

test('the index of a language is made with its first article, however many come at once', async () => {
  expect(await housed()).toEqual(['und']);
  expect(await site.visible()).toEqual({});
  const turkish = {
    title: 'Liman görüşmeleri',
    body: 'Bakanlar salı günü limanı görüştü.',
    language: 'tr',
  };
  const second = createWorker(site.config, silentLog());
  await second.ready;
  await take(...Array.from({ length: 40 }, (_, n) => submission(`first-${n}`, turkish)));
  await site.settled();
  await second.close();
  expect(await housed()).toEqual(['tr', 'und']);
  expect(Object.keys(await site.visible())).toHaveLength(40);
});

describe('an article', () => {
  test('is indexed once it is accepted, revised by what is new and left alone by what is not', async () => {
    expect(await take(submission('revised', english(1)))).toEqual(['accepted 1']);
    await site.settled();
    expect(await take(submission('revised', english(1)))).toEqual(['unchanged 1']);
    expect(await take(submission('revised', english(2)))).toEqual(['accepted 2']);
    await site.settled();
    expect((await site.visible()).revised).toEqual([
      { revision: 2, language: 'en', title: 'Ministers discuss the harbour, part 2' },
    ]);
    const history = await site.client.get({ index: site.names.history, id: 'revised@1' });
    expect(history._source).toMatchObject({ id: 'revised', revision: 1 });
  });

  test('keeps its newest order: what is lower comes too late, also behind an unchanged one', async () => {
    const sent = (n: number, sequence: number) =>
      submission('ordered', english(n), { order: { by: 'sequence', sequence } });
    expect(await take(sent(1, 5))).toEqual(['accepted 1']);
    expect(await take(sent(2, 4))).toEqual(['stale 1']);
    expect(await take(sent(1, 9))).toEqual(['unchanged 1']);
    expect(await take(sent(2, 7))).toEqual(['stale 1']);
    expect(await take(sent(2, 10))).toEqual(['accepted 2']);
  });

  test('is refused where the caller has seen another revision', async () => {
    expect(await take(submission('guarded', english(1), { expected: 0 }))).toEqual(['accepted 1']);
    expect(await take(submission('guarded', english(2), { expected: 0 }))).toEqual(['conflict 1']);
    expect(await take(submission('guarded', english(2), { expected: 1 }))).toEqual(['accepted 2']);
  });

  test('disappears when it is deleted and comes back when it is sent again', async () => {
    const deletion = { id: 'deleted', input: null, bytes: 0 };
    expect((await site.acceptor.accept([deletion], 'live'))[0]?.outcome).toBe('missing');
    await take(submission('deleted', english(1)));
    expect((await site.acceptor.accept([deletion], 'live'))[0]).toMatchObject({
      outcome: 'accepted',
      revision: 2,
    });
    await site.settled();
    expect((await site.visible()).deleted).toBeUndefined();
    expect((await site.acceptor.accept([deletion], 'live'))[0]?.outcome).toBe('unchanged');
    expect(await take(submission('deleted', english(1)))).toEqual(['accepted 3']);
    await site.settled();
    expect((await site.visible()).deleted).toHaveLength(1);
  });

  test('may come as a ready-made document: kept as it is under a revision of ours, listed where it is none', async () => {
    const sent = (id: string, content: string) => ({
      id,
      input: { contentType: readyMadeType, charset: null, content, given: {} },
      bytes: content.length,
    });
    const document = { ...toTombstone('another', 9, 'en', { checksum: '-', received: '-' }), title: 'Made' };
    const answers = await site.acceptor.accept(
      [
        sent('made', JSON.stringify(document)),
        sent('unmade', '{"title":"Made"'),
        submission('beside', english(1)),
      ],
      'bulk',
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
    await site.settled();
    expect(await site.visible()).toMatchObject({
      made: [{ revision: 1, language: 'en', title: 'Made' }],
      beside: [{ revision: 1 }],
    });
    const failure = await site.client.get({ index: site.names.failures, id: 'unmade' });
    expect(failure._source).toMatchObject({ revision: 1, reason: 'bad-document' });
  });

  test('is rejected where a ready-made document is malformed, and those behind it are indexed', async () => {
    const whole = { ...toTombstone('x', 1, 'en', { checksum: '-', received: '-' }), title: 'Made' };
    const sent = (id: string, change: object) => {
      const content = JSON.stringify({ ...whole, ...change });
      return {
        id,
        input: { contentType: readyMadeType, charset: null, content, given: {} },
        bytes: content.length,
      };
    };
    await site.acceptor.accept(
      [
        sent('no-such-language', { language: 'xx' }),
        sent('people-as-text', { people: 'Anna' }),
        sent('title-as-number', { title: 5 }),
        submission('after-them', english(1)),
      ],
      'live',
    );
    await site.settled();
    expect(await site.visible()).toMatchObject({ 'after-them': [{ revision: 1 }] });
    for (const id of ['no-such-language', 'people-as-text', 'title-as-number']) {
      const failure = await site.client.get({ index: site.names.failures, id });
      expect(failure._source).toMatchObject({ reason: 'bad-document' });
    }
  });

  test('moves to the index of its new language and leaves nothing behind', async () => {
    await take(submission('moved', english(1)));
    await site.settled();
    await take(submission('moved', { title: 'Министр', body: 'Министр приехал в порт.', language: 'ru' }));
    await site.settled();
    expect((await site.visible()).moved).toEqual([{ revision: 2, language: 'ru', title: 'Министр' }]);
  });

  test('stands once, in its last revision, whoever wins the race for it', async () => {
    const languages = ['en', 'ru', 'zh', 'de'];
    const writers = Array.from({ length: 20 }, (_, n) =>
      take(submission('raced', { ...english(n), language: languages[n % 4] ?? 'en' })),
    );
    const answers = (await Promise.all(writers)).flat();
    expect(new Set(answers).size).toBe(20);
    await site.settled();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await site.settled();
    expect((await site.visible()).raced).toMatchObject([{ revision: 20 }]);
  });

  test('that cannot be taken stands in failures with its reason, and the rest of the batch in the index', async () => {
    const pdf = {
      contentType: 'text/plain',
      charset: null,
      content: Buffer.from('%PDF-1.7 \u0000\u0001'),
      given: {},
    };
    const binary = { id: 'binary', bytes: 12, input: pdf };
    const batch = [submission('good-1', english(1)), binary, submission('good-2', english(2))];
    await site.acceptor.accept(batch, 'bulk');
    await site.settled();
    const visible = await site.visible();
    expect([visible['good-1'], visible['good-2']]).toMatchObject([[{ revision: 1 }], [{ revision: 1 }]]);
    expect(visible.binary).toBeUndefined();
    const failure = await site.client.get({ index: site.names.failures, id: 'binary' });
    expect(failure._source).toMatchObject({ id: 'binary', revision: 1, reason: expect.any(String) });
    await take(submission('binary', english(3)));
    await site.settled();
    expect(await site.client.exists({ index: site.names.failures, id: 'binary' })).toBe(false);
  });

  test('appears at the hour it is to be published, and not before', async () => {
    const publishAt = new Date(Date.now() + 6000).toISOString();
    await take(submission('embargoed', english(1), { publishAt }));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await site.client.indices.refresh({ index: site.names.allArticleIndices });
    expect((await site.visible()).embargoed).toBeUndefined();
    await site.settled();
    expect((await site.visible()).embargoed).toHaveLength(1);
  });

  test('shares its story with copies on other sites, and with nothing else', async () => {
    const body = Array.from(
      { length: 12 },
      (_, n) =>
        `In point ${n} the two delegations agreed on measure ${n * 7} for the harbours of region ${n * 3}.`,
    ).join(' ');
    const copy = (id: string, text: string) =>
      submission(id, { ...english(1), body: text, date: '2024-05-01' });
    await site.acceptor.accept([copy('story-a', body), copy('story-b', `Agency: ${body}`)], 'bulk');
    await site.settled();
    await take(copy('story-c', `${body} The talks go on.`), copy('story-d', english(1).body.repeat(9)));
    await site.settled();
    const { docs } = await site.client.mget<{ story: string }>({
      index: site.names.articlesOf('en'),
      ids: ['story-a', 'story-b', 'story-c', 'story-d'],
    });
    const stories = docs.map((doc) => ('_source' in doc ? doc._source?.story : undefined));
    expect(stories[0]).toMatch(/^story-[ab]$/);
    expect(stories).toEqual([stories[0], stories[0], stories[0], 'story-d']);
  });

  test('is found by the sweeper when the queue lost it', async () => {
    await worker.close();
    await take(submission('lost', english(1)));
    const keys = await site.redis.keys(`${site.config.prefix}:*`);
    await site.redis.del(...keys);
    worker = createWorker(site.config, silentLog());
    await worker.ready;
    await site.settled();
    expect((await site.visible()).lost).toHaveLength(1);
  }, 120_000);
});
