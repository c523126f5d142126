import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { saveAlert } from '../../../api/alerts/save.ts';
import { createAlertServices } from '../../../api/alerts/services.ts';
import { mounted } from '../../../api/mounted.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import { listMatches, recordMatches } from '../../../platform/alerts/matches.ts';
import { silentLog } from '../../../platform/log.ts';
import { createOutgoing, type Outgoing } from '../../../platform/outgoing/post.ts';
import { appendToPeopleLog } from '../../../platform/people-log.ts';
import { type Delisted, followDelisted } from '../../../worker/alerts/delisted.ts';
import { deliverDue } from '../../../worker/alerts/deliver.ts';
import type { AlertServices } from '../../../worker/alerts/services.ts';
import { documentOf } from '../../support/documents.ts';
import { startReceiver } from '../../support/receiver.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';
import { until } from '../../support/until.ts';

let service: SearchService;
let outgoing: Outgoing;
/** The worker's clock, moved by the tests. */
let now = Date.now();
const receivers: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  service = await startSearchService({
    codes: ['en'],
    mounted,
    environment: { DATELINE_ALLOWED_TARGETS: '127.0.0.1' },
  });
  outgoing = createOutgoing(service.services.config.allowedTargets);
}, 240_000);

afterEach(async () => {
  for (const one of receivers.splice(0)) await one.stop();
});

afterAll(async () => {
  await outgoing?.close();
  await service?.stop();
}, 180_000);

const receive = async (...given: Parameters<typeof startReceiver>) => {
  const receiver = await startReceiver(...given);
  receivers.push(receiver);
  return receiver;
};
const api = () => createAlertServices(service.services);
const deliver = (people: Delisted = { isDelisted: () => false }) => {
  const { elasticsearch: client, ...services } = api();
  const worker: AlertServices = {
    ...services,
    client,
    subscriptions: null,
    outgoing,
    people,
    clock: () => new Date(now),
    retryMs: 15_000,
    publicUrl: 'https://news.example',
  };
  return deliverDue(worker);
};
const save = (url: string) =>
  saveAlert(
    { name: 'Bridges', query: { q: 'bridge' }, webhook: { url } },
    { key: 'development', language: 'en' },
    api(),
  );

/** Articles that an alert has found, `ago` ms before now. */
const find = async (
  alert: string,
  count: number,
  ago = 0,
  more: Partial<ArticleDocument> = {},
): Promise<void> => {
  const articles = Array.from({ length: count }, () => randomUUID());
  await service.index(articles.map((id) => documentOf({ id, title: 'A bridge', ...more })));
  const found = new Date(now - ago).toISOString();
  const { elasticsearch, names } = api();
  await recordMatches(
    elasticsearch,
    names.matches,
    articles.map((article) => ({
      ...{ alert, article, revision: 1, found, state: 'waiting', due: found, attempts: 0 },
      ...{ why: { reasons: [] }, answer: null },
    })),
  );
  await elasticsearch.indices.refresh({ index: names.matches });
};
const matchesOf = async (alert: string) => {
  const { elasticsearch, names } = api();
  return (await listMatches(elasticsearch, names.matches, alert, { from: 0, size: 100 })).map(
    ({ match }) => match,
  );
};

test('a webhook names nobody who was delisted before the worker started, or since', async () => {
  const receiver = await receive();
  const { id } = await save(receiver.url);
  const { elasticsearch: client, names } = api();
  const delist = (number: number, person: string) =>
    appendToPeopleLog(client, names.state, {
      ...{ number, at: new Date().toISOString(), owner: 'test' },
      value: { action: 'delist', id: person },
    });
  const people = ['dl:angela-merkel', 'name:zebulon harrington', 'name:olga open'];
  const mentions = people.map((person) => ({ id: person, name: person, roles: [], mentions: [] }));
  const namedIn = (call: number) =>
    ['merkel', 'zebulon', 'olga'].filter((name) => receiver.calls[call]?.body.includes(name));
  await delist(1, 'dl:angela-merkel');
  const followed = await followDelisted({ client, names, log: silentLog(), peopleTable: null });
  try {
    await find(id, 1, 0, { people, mentions });
    expect(await deliver(followed)).toBe(1);
    expect(namedIn(0)).toEqual(['zebulon', 'olga']);
    await delist(2, 'name:zebulon harrington');
    await until(() => followed.isDelisted('name:zebulon harrington'));
    await find(id, 1, 0, { people, mentions });
    expect(await deliver(followed)).toBe(1);
    expect(namedIn(1)).toEqual(['olga']);
  } finally {
    await followed.close();
  }
});

test('an alert that cannot be read puts off its own deliveries only', async () => {
  const receiver = await receive();
  const [broken, whole] = [await save(receiver.url), await save(receiver.url)];
  const { elasticsearch, names } = api();
  await elasticsearch.update({
    index: names.alerts,
    id: broken.id,
    doc: { value: { webhook: { url: 5 } } },
    refresh: true,
  });
  await find(broken.id, 1, 60_000);
  await find(whole.id, 1);
  expect(await deliver()).toBe(1);
  expect(await matchesOf(whole.id)).toMatchObject([{ state: 'delivered' }]);
  const [waiting] = await matchesOf(broken.id);
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 0 });
  expect(Date.parse(waiting?.due ?? '')).toBeGreaterThan(now);
});

test('a receiver that asks for time is left alone with all that its alert finds', async () => {
  const receiver = await receive((_call, n, response) =>
    response.writeHead(n === 1 ? 503 : 204, { 'retry-after': '60' }).end(),
  );
  const { id } = await save(receiver.url);
  const rest = async () => (await api().alerts.get(id))?.value.webhook?.restsUntil;
  await find(id, 2);
  expect(await deliver()).toBe(0);
  const until = new Date(now + 60_000).toISOString();
  expect(await rest()).toBe(until);
  now += 30_000;
  await find(id, 2);
  expect(await deliver()).toBe(0);
  expect(receiver.calls).toHaveLength(1);
  const waiting = await matchesOf(id);
  expect(waiting.map(({ due }) => due)).toEqual([until, until, until, until]);
  expect(waiting.map(({ attempts }) => attempts).sort()).toEqual([0, 0, 0, 1]);
  now += 30_000;
  expect(await deliver()).toBe(4);
  expect(await rest()).toBeNull();
});

test('whoever asks for redelivery lifts the rest of a receiver, for what waits as for what was given up', async () => {
  const receiver = await receive((_call, n, response) =>
    response.writeHead(n === 1 ? 503 : 204, { 'retry-after': '36000' }).end(),
  );
  const { id } = await save(receiver.url);
  await find(id, 2);
  expect(await deliver()).toBe(0);
  expect(await deliver()).toBe(0);
  const answer = await fetch(new URL(`/v1/alerts/${id}/redeliver`, service.url), {
    method: 'POST',
    headers: { 'api-key': service.key },
  });
  expect([answer.status, await answer.json()]).toEqual([202, { id, waiting: 2 }]);
  expect((await api().alerts.get(id))?.value.webhook?.restsUntil).toBeNull();
  await service.services.elasticsearch.indices.refresh({ index: api().names.matches });
  now = Math.max(now, Date.now());
  expect(await deliver()).toBe(2);
});

test('a match that cannot be read holds up no other, and keeps for whoever can read it', async () => {
  const receiver = await receive();
  const { id } = await save(receiver.url);
  const { elasticsearch, names } = api();
  await find(id, 1, 60_000);
  const { hits } = await elasticsearch.search({ index: names.matches, query: { term: { alert: id } } });
  const broken = { index: names.matches, id: hits.hits[0]?._id ?? '' };
  await elasticsearch.update({ ...broken, doc: { why: { reasons: 'of a newer kind' } }, refresh: true });
  await find(id, 1);
  expect(await deliver()).toBe(1);
  expect(await matchesOf(id)).toMatchObject([{ state: 'delivered' }]);
  const kept = await elasticsearch.get<{ state: string; due: string }>(broken);
  expect(kept._source?.state).toBe('waiting');
  expect(Date.parse(kept._source?.due ?? '')).toBeGreaterThan(now);
});

test('a slow receiver ends its turn after 15 s, and others have theirs', async () => {
  const other = await receive();
  const otherAlert = await save(other.url);
  let callsBefore = 0;
  const slow = await receive((_call, n, response) => {
    now += 8000;
    callsBefore += n > 1 && other.calls.length === 0 ? 1 : 0;
    response.writeHead(204).end();
  });
  const { id } = await save(slow.url);
  await find(id, 6);
  // Due only once the first call has taken its time: nothing has to be written while a call waits for its answer.
  await find(otherAlert.id, 1, -4000);
  expect(await deliver()).toBe(7);
  expect(slow.calls).toHaveLength(6);
  // The second of its first turn, and at most the two of its next, which is at the same time as the other's.
  expect(callsBefore).toBeLessThanOrEqual(3);
});
