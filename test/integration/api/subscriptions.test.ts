import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { mounted } from '../../../api/mounted.ts';
import { mailAllowances } from '../../../api/subscriptions/limits.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import { indexNames } from '../../../mappings/names.ts';
import { createSubscriptionStore } from '../../../platform/subscriptions/store.ts';
import { startAlertRunner } from '../../support/alert-runner.ts';
import { callCommand } from '../../support/call-command.ts';
import { documentOf } from '../../support/documents.ts';
import { type MailServer, type ReceivedMail, startMailServer } from '../../support/mail-server.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';
import { until } from '../../support/until.ts';

let service: SearchService;
let smtp: MailServer;
let runner: Awaited<ReturnType<typeof startAlertRunner>>;
/** Ahead of the real time, for messages of later hours and days. */
let aheadMs = 0;

beforeAll(async () => {
  smtp = await startMailServer();
  service = await startSearchService({
    codes: ['en', 'ar'],
    mounted,
    environment: {
      DATELINE_ALERTS_EVERY_MS: '200',
      DATELINE_WEBHOOK_RETRY_MS: '200',
      DATELINE_SMTP_URL: smtp.url,
      DATELINE_MAIL_FROM: 'Dateline <news@dateline.example>',
      DATELINE_TRUSTED_PROXIES: '1',
    },
  });
  runner = await startAlertRunner(service.services.config, {
    clock: () => new Date(Date.now() + aheadMs),
  });
}, 240_000);

afterEach(() => {
  smtp.rules.recipient = () => null;
  smtp.rules.message = () => null;
  aheadMs = 0;
});

afterAll(async () => {
  await runner?.stop();
  await service?.stop();
  await smtp?.stop();
}, 240_000);

let networks = 0;
/** Each from a network of its own, so that one test does not use up the limits of another. */
const ask = async (body: object, from = `198.${Math.floor(networks / 250)}.${networks++ % 250}.7`) => {
  const response = await fetch(`${service.url}/v1/subscriptions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};

const sentTo = (address: string): readonly ReceivedMail[] =>
  smtp.mails.filter(({ to }) => to.includes(address));
const lastTo = async (address: string, count: number): Promise<ReceivedMail> => {
  await until(() => sentTo(address).length >= count, 60_000);
  const mail = sentTo(address)[count - 1];
  if (!mail) throw new Error('no mail');
  return mail;
};
const linkIn = ({ mail }: ReceivedMail, action: string): string =>
  new RegExp(`http\\S+/${action}\\?\\S+`).exec(mail.text ?? '')?.[0] ?? '';
const post = (url: string, init: RequestInit = {}) =>
  fetch(url, { method: 'POST', redirect: 'manual', ...init });

/** Follows a search, and confirms. */
const follow = async (address: string, query: object, frequency = 'immediately', language = 'en') => {
  expect(await ask({ address, query, frequency, 'ui-lang': language })).toMatchObject({ status: 202 });
  const confirmation = await lastTo(address, 1);
  expect((await post(linkIn(confirmation, 'confirm'))).status).toBe(200);
  return confirmation;
};

const arrive = (id: string, more: Partial<ArticleDocument> = {}) =>
  service.index([
    documentOf({
      id,
      title: `A bridge for ${id}`,
      received: new Date(Date.now() + aheadMs).toISOString(),
      ...more,
    }),
  ]);
const store = () => {
  const { elasticsearch, config } = service.services;
  return createSubscriptionStore(elasticsearch, indexNames(config.prefix).subscriptions);
};
const storedFor = async (address: string) =>
  (await Array.fromAsync(store().each())).flat().find(({ mail }) => mail.address === address);
/** Matches for the next message to an address. */
const waitingFor = async (address: string): Promise<number> => {
  const { elasticsearch, config } = service.services;
  const index = indexNames(config.prefix).matches;
  const id = (await storedFor(address))?.id ?? '';
  await elasticsearch.indices.refresh({ index });
  const filter = [{ term: { alert: id } }, { term: { state: 'to-mail' } }];
  return (await elasticsearch.count({ index, query: { bool: { filter } } })).count;
};
/** A word that no other test searches for. */
let words = 0;
const newWord = () => `wort${'abcdefghij'[words++ % 10]}${'klmnopqrst'[Math.floor(words / 10)]}x`;

describe('following', () => {
  test('nothing but one confirmation is sent until a button is pressed; a link alone confirms nothing', async () => {
    const word = newWord();
    const address = 'first@reader.example';
    const { status, text } = await ask({ address, query: { q: word }, frequency: 'immediately' });
    expect([status, JSON.parse(text)]).toEqual([
      202,
      { confirmation: 'requested', description: `about ${word}` },
    ]);
    const confirmation = await lastTo(address, 1);
    expect(confirmation.mail.subject).toBe('Confirm: follow a search');
    expect(confirmation.mail.text).toContain(word);
    expect(confirmation.header('auto-submitted')).toBe('auto-generated');
    const link = linkIn(confirmation, 'confirm');
    // What programs do that scan mail.
    const opened = await fetch(link);
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(await opened.text()).toContain('method="post"');
    await arrive('before', { title: `A ${word}` });
    expect(await storedFor(address)).toMatchObject({ state: 'unconfirmed', active: false });
    expect((await post(link.replace('token=', 'token=x'))).status).toBe(410);
    expect((await post(link, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await post(link)).status).toBe(200);
    // Pressing it again changes nothing.
    expect((await post(link)).status).toBe(200);
    await arrive('after', { title: `A ${word} again` });
    const digest = await lastTo(address, 2);
    expect(digest.mail.subject).toBe(`New articles (1): about ${word}`);
    expect(digest.mail.text).not.toContain('before');
    await post(linkIn(digest, 'unsubscribe'));
  }, 240_000);

  test('a message has both parts, the headers of RFC 8058, and each article in its own direction', async () => {
    const word = newWord();
    const address = 'parts@reader.example';
    await follow(address, { q: word }, 'immediately', 'ar');
    await service.index([
      documentOf({
        id: 'rich & co',
        title: `<b>Bold</b> ${word}`,
        body: `The ${word} said <script>alert(1)</script> on Tuesday.`,
        agency: ['xinhua'],
        publisher: 'gov.cn',
        date: '2024-03-05',
        received: new Date().toISOString(),
      }),
    ]);
    const sent = await lastTo(address, 2);
    const { mail, header } = sent;
    expect(mail.from).toMatchObject({ name: 'Dateline', address: 'news@dateline.example' });
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('list-unsubscribe')).toBe(`<${linkIn(sent, 'unsubscribe')}>`);
    expect(header('message-id')).toMatch(/^<digest\.[\w-]{32}@dateline\.example>$/);
    expect(header('content-language')).toBe('ar');
    expect(mail.subject).toMatch(/^مقالات جديدة \(1\): /);
    expect(mail.text).toContain(`<b>Bold</b> ${word}`);
    expect(mail.text).toContain('5 مارس 2024');
    expect(mail.html).toContain('dir="rtl"');
    expect(mail.html).toContain('lang="en" dir="ltr"');
    expect(mail.html).toContain(`&lt;b&gt;Bold&lt;/b&gt; ${word}`);
    expect(mail.html).toContain(`<b>${word}</b> said &lt;script&gt;`);
    expect(mail.html).not.toMatch(/<(?:script|img|mark|link)\b/);
    expect(mail.html).toContain(`${service.url}/articles/rich%20%26%20co?ui-lang=ar`);
    // As a provider sends it: without cookies, from elsewhere.
    const oneClick = await post(linkIn(sent, 'unsubscribe'), {
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(oneClick.status).toBe(200);
    expect(await oneClick.text()).toContain('حذف عنوانك');
    expect(await storedFor(address)).toBeUndefined();
  }, 240_000);

  test('a digest holds exactly what is new since the last one, and nothing that was withdrawn', async () => {
    const word = newWord();
    const address = 'daily@reader.example';
    await follow(address, { q: word }, 'daily');
    const titled = (id: string) => arrive(id, { title: `${word} ${id}` });
    for (const id of ['one', 'two', 'gone']) await titled(`d-${id}`);
    await until(async () => (await waitingFor(address)) === 3);
    await arrive('d-gone', { title: `${word} gone`, gone: true, revision: 2 });
    expect(sentTo(address)).toHaveLength(1);
    aheadMs = 86_400_000;
    const first = await lastTo(address, 2);
    expect(first.mail.subject).toBe(`New articles (2): about ${word}`);
    expect(first.mail.text).toMatch(/d-(one|two)[\s\S]+d-(one|two)/);
    expect(first.source).not.toContain('d-gone');
    await until(async () => (await waitingFor(address)) === 0);
    await titled('d-three');
    await until(async () => (await waitingFor(address)) === 1);
    aheadMs = 2 * 86_400_000;
    const second = await lastTo(address, 3);
    expect(second.mail.subject).toBe(`New articles (1): about ${word}`);
    expect(second.mail.text).not.toMatch(/d-(one|two)/);
    await post(linkIn(second, 'unsubscribe'));
  }, 240_000);

  test('a long digest says how many more there are', async () => {
    const word = newWord();
    const address = 'many@reader.example';
    await follow(address, { q: word }, 'hourly');
    const received = new Date().toISOString();
    await service.index(
      Array.from({ length: 25 }, (_, n) => documentOf({ id: `m-${n}`, title: `${word} ${n}`, received })),
    );
    await until(async () => (await waitingFor(address)) === 25);
    aheadMs = 3_600_000;
    const sent = await lastTo(address, 2);
    expect(sent.mail.subject).toBe(`New articles (25): about ${word}`);
    expect(sent.mail.text).toContain(`More articles (5): ${service.url}/?q=${word}&sort=newest&ui-lang=en`);
    await post(linkIn(sent, 'unsubscribe'));
  }, 240_000);
});

describe('refusals of the mail server', () => {
  test('a message that is refused for a while is repeated under its name; the log names no address', async () => {
    const word = newWord();
    const address = 'grey@reader.example';
    const later = async () =>
      (await runner.metrics.mails.get()).values.find(({ labels }) => labels.outcome === 'later')?.value ?? 0;
    const before = await later();
    let [recipients, messages] = [0, 0];
    smtp.rules.recipient = (to) => (to === address && recipients++ < 2 ? 451 : null);
    await follow(address, { q: word });
    smtp.rules.message = () => (messages++ < 2 ? 452 : null);
    await arrive('grey', { title: word });
    await lastTo(address, 2);
    expect((await later()) - before).toBe(4);
    await post(linkIn(await lastTo(address, 2), 'unsubscribe'));
  }, 240_000);

  test('an address that is refused three times is paused; one that never worked is deleted', async () => {
    smtp.rules.recipient = (to) => (to.startsWith('no-') ? 550 : null);
    expect(await ask({ address: 'no-such@reader.example', query: { q: 'x' } })).toMatchObject({
      status: 202,
    });
    await until(async () => (await storedFor('no-such@reader.example')) === undefined);
    const word = newWord();
    const address = 'closed@reader.example';
    await follow(address, { q: word });
    smtp.rules.recipient = (to) => (to === address ? 550 : null);
    const paused = await storedFor(address);
    for (let n = 1; n <= 3; n += 1) {
      await arrive(`closed-${n}`, { title: `${word} ${n}` });
      await until(async () => (await store().get(paused?.id ?? ''))?.mail.refusals === n);
    }
    expect(await store().get(paused?.id ?? '')).toMatchObject({ state: 'paused', active: false });
    // Asking and confirming again is enough.
    smtp.rules.recipient = () => null;
    await ask({ address, query: { q: word } });
    await post(linkIn(await lastTo(address, 2), 'confirm'));
    expect(await store().get(paused?.id ?? '')).toMatchObject({ state: 'confirmed', mail: { refusals: 0 } });
    await post(linkIn(await lastTo(address, 2), 'unsubscribe'));
  }, 240_000);
});

describe('misuse', () => {
  test.each([
    'a@b.example\r\nBcc: victim@c.example',
    'a@b.example, victim@c.example',
    '"a b"@c.example',
    '<a@b.example>',
    'a@localhost',
    'a@127.0.0.1',
    `${'a'.repeat(70)}@b.example`,
    'nobody',
  ])('%j is no address', async (address) => {
    expect(await ask({ address, query: { q: 'bridge' } })).toMatchObject({ status: 400 });
  });

  test('what a stranger writes into a query makes no header and no link', async () => {
    const address = 'victim@reader.example';
    const q = `"win\r\nBcc: other@c.example" OR "https://bad.example/win <b>${'x'.repeat(150)}"`;
    expect(await ask({ address, query: { q } })).toMatchObject({ status: 202 });
    const { mail, to, source } = await lastTo(address, 1);
    expect(to).toEqual([address]);
    expect(source).not.toMatch(/^bcc:/im);
    expect(mail.text).not.toMatch(/bad\.example/);
    expect(mail.html).not.toMatch(/bad\.example|<b>x/);
    expect(mail.text).not.toContain('x'.repeat(100));
  }, 240_000);

  test('known and unknown addresses get the same answer; a mailbox gets three confirmations a day', async () => {
    const address = 'often@reader.example';
    const answers = new Set<string>();
    for (let n = 0; n < 5; n += 1)
      answers.add(
        JSON.stringify(await ask({ address: `often+${n}@reader.example`, query: { q: 'bridge' } })),
      );
    answers.add(JSON.stringify(await ask({ address, query: { q: 'bridge' } })));
    expect(answers.size).toBe(1);
    const count = () => smtp.mails.filter(({ to }) => to.some((one) => one.startsWith('often'))).length;
    await until(() => count() >= mailAllowances.mailbox.most);
    await ask({ address: 'later@reader.example', query: { q: 'bridge' } });
    await lastTo('later@reader.example', 1);
    expect(count()).toBe(mailAllowances.mailbox.most);
  }, 240_000);

  test('a network may ask so often an hour', async () => {
    const from = '203.0.113.9';
    const { most } = mailAllowances.subnet;
    const answers = await Promise.all(
      Array.from({ length: most + 1 }, (_, n) =>
        ask({ address: `n${n}@network.example`, query: { q: 'bridge' } }, from),
      ),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  }, 240_000);

  test('a link of one subscription is no use for another, and lapses with its request', async () => {
    await ask({ address: 'one@links.example', query: { q: 'bridge' } });
    await ask({ address: 'two@links.example', query: { q: 'bridge' } });
    const one = new URL(linkIn(await lastTo('one@links.example', 1), 'confirm'));
    const two = new URL(linkIn(await lastTo('two@links.example', 1), 'unsubscribe'));
    const crossed = new URL(`${two.pathname}?token=${one.searchParams.get('token')}`, service.url);
    expect((await post(crossed.href)).status).toBe(410);
    aheadMs = 49 * 3_600_000;
    await until(async () => (await storedFor('one@links.example')) === undefined);
    expect((await post(one.href)).status).toBe(410);
  }, 240_000);
});

test('an operator lists and deletes subscriptions, without reading whole addresses', async () => {
  const address = 'operated@cli.example';
  expect(await ask({ address, query: { q: 'bridge' }, frequency: 'hourly' })).toMatchObject({ status: 202 });
  const { prefix } = service.services.config;
  const call = (...args: string[]) => callCommand(prefix, ['subscriptions', ...args]);
  const { code, out } = await call('list', '--address', 'Operated+x@cli.example');
  expect([code, JSON.parse(out)]).toEqual([
    0,
    expect.objectContaining({ address: 'o…@cli.example', state: 'unconfirmed', name: 'about bridge' }),
  ]);
  expect(await call('delete')).toMatchObject({ code: 2 });
  expect(await call('delete', '--address', address)).toMatchObject({ code: 0, out: '{"deleted":1}\n' });
  expect(await call('delete', '--address', address)).toMatchObject({ code: 1 });
  const { elasticsearch } = service.services;
  const index = indexNames(prefix).audit;
  await elasticsearch.indices.refresh({ index });
  const audit = JSON.stringify(await elasticsearch.search({ index, q: 'action:delete-subscription' }));
  expect(audit).toContain('delete-subscription');
  expect(audit).not.toContain('cli.example');
}, 240_000);

test('where no mail server is configured, the feature is off: the API says so, and pages do not offer it', async () => {
  const other = await startSearchService({ codes: ['en'], mounted });
  try {
    const answer = await fetch(`${other.url}/v1/subscriptions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: 'a@b.example', query: { q: 'x' } }),
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('sends no e-mail');
    expect(await (await fetch(`${other.url}/?q=bridge`)).text()).not.toContain('/subscriptions');
    expect((await fetch(`${other.url}/subscriptions?q=x`)).status).toBe(404);
  } finally {
    await other.stop();
  }
}, 240_000);
