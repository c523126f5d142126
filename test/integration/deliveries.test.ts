import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SearchService, startSearchService } from '../support/search-service.ts';

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'] });
}, 180_000);

afterAll(async () => {
  await service.stop();
});

const item = (version: number, status = 'usable', guid = 'urn:newsml:desk:1'): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="${version}"><itemMeta><itemClass qcode="ninat:text"/>
   <pubStatus qcode="stat:${status}"/></itemMeta><contentMeta><headline>Version ${version}</headline></contentMeta>
   <contentSet><inlineXML><html><body><p>The text of version ${version}.</p></body></html></inlineXML></contentSet></newsItem>`;
const message = (inner: string): string => `<newsMessage><itemSet>${inner}</itemSet></newsMessage>`;

const call = async (method: string, path: string, body?: string) => {
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: { 'api-key': service.key, 'content-type': 'application/xml' },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, answer: JSON.parse(await response.text()) };
};
const post = (body: string) => call('POST', '/v1/articles', body);
const statusOf = async (id: string) =>
  (await call('GET', `/v1/articles/${encodeURIComponent(id)}/status`)).answer;

describe('one story in many deliveries', () => {
  const id = 'urn:newsml:desk:1';

  test('bare or in a message it is one article, and an older version never replaces a newer one', async () => {
    expect(await post(item(2))).toMatchObject({ status: 202, answer: { id, revision: 1 } });
    expect(await post(message(item(3)))).toMatchObject({ answer: { id, revision: 2, outcome: 'accepted' } });
    expect(await post(message(item(2)))).toMatchObject({ answer: { id, revision: 2, outcome: 'stale' } });
    expect(await post(item(1, 'canceled'))).toMatchObject({ answer: { revision: 2, outcome: 'stale' } });
  });

  test('a canceled version takes it down, with its reason', async () => {
    expect(await post(item(4, 'canceled'))).toMatchObject({
      answer: { id, revision: 3, outcome: 'accepted' },
    });
    expect(await statusOf(id)).toMatchObject({ revision: 3, withdrawn: 'canceled' });
    expect(await post(item(3))).toMatchObject({ answer: { outcome: 'stale' } });
    expect(await post(item(5))).toMatchObject({ answer: { revision: 4, outcome: 'accepted' } });
    expect(await statusOf(id)).toMatchObject({ withdrawn: null });
  });

  test('one that takes down nothing is refused, and an older version that comes late is not published', async () => {
    const guid = 'urn:newsml:desk:late';
    const refused = await post(item(2, 'withheld', guid));
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.answer)).toMatch(/withheld: there is no stored version of this story/);
    expect(await post(item(1, 'usable', guid))).toMatchObject({ answer: { outcome: 'stale' } });
  });

  test('under an id of the caller’s the version counts all the same; several items are refused', async () => {
    expect(await call('PUT', '/v1/articles/mine', item(7))).toMatchObject({ status: 202 });
    expect(await call('PUT', '/v1/articles/mine', item(6))).toMatchObject({ answer: { outcome: 'stale' } });
    const several = await call('PUT', '/v1/articles/mine', message(item(8) + item(9, 'usable', 'urn:b')));
    expect(several.status).toBe(422);
    expect(JSON.stringify(several.answer)).toMatch(/2 articles in one/);
  });
});
