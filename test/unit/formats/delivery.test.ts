import { describe, expect, test } from '@jest/globals';
import { splitFeed } from '../../../chain/decode/containers/feed-entries.ts';
import { decode, readDelivery } from '../../../chain/decode/index.ts';
import { submitInput } from '../../../chain/decode/submit.ts';
import type { RawInput } from '../../../domain/article.ts';

const input = (content: string, contentType = 'application/xml'): RawInput => ({
  contentType,
  charset: null,
  content,
  given: {},
});
const deliver = (content: string, type?: string) => readDelivery(input(content, type));

const g2 = (meta: string, attributes = 'guid="urn:newsml:desk:1" version="3"'): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" ${attributes}><itemMeta><itemClass qcode="ninat:text"/>
   <versionCreated>2026-03-01T10:00:00+01:00</versionCreated>${meta}</itemMeta><contentMeta><headline>H</headline></contentMeta>
   <contentSet><inlineXML><html><body><p>Text.</p></body></html></inlineXML></contentSet></newsItem>`;
const nitf = (docdata: string): string =>
  `<nitf><head>${docdata}</head><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>T.</p></body.content></body></nitf>`;
const ninjs = (fields: object): string =>
  JSON.stringify({ uri: 'urn:desk:9', type: 'text', headline: 'H', body_text: 'Text.', ...fields });
const newsml1 = (management: string): string =>
  `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId><DateId>20260301</DateId>
   <NewsItemId>A1</NewsItemId><RevisionId>4</RevisionId></NewsIdentifier></Identification><NewsManagement>${management}</NewsManagement>
   <NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines><ContentItem><MediaType FormalName="Text"/><DataContent><p>T.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
const sequence = (number: number) => ({ by: 'sequence', sequence: number });
const modified = (instant: string) => ({ by: 'modified', modified: instant });

describe('what a format says of its delivery', () => {
  test.each<readonly [string, string, object]>([
    ['NewsML-G2', g2('<pubStatus qcode="stat:usable"/>'), { id: 'urn:newsml:desk:1', order: sequence(3) }],
    [
      'an item without a version',
      g2('', 'guid="urn:newsml:desk:1"'),
      { id: 'urn:newsml:desk:1', order: modified('2026-03-01T09:00:00.000Z') },
    ],
    [
      'NITF',
      nitf(
        '<docdata><doc-id id-string="77" regsrc="desk"/><date.issue norm="20260301T110000+0100"/></docdata>',
      ),
      { id: 'desk:77', order: modified('2026-03-01T10:00:00.000Z') },
    ],
    ['ninjs', ninjs({ version: '12' }), { id: 'urn:desk:9', order: sequence(12) }],
    [
      'NewsML 1',
      newsml1('<Status FormalName="Usable"/>'),
      { id: 'urn:newsml:wire.example:20260301:A1', order: sequence(4) },
    ],
    [
      'RSS',
      '<item><guid isPermaLink="false">77</guid><link>https://desk.example/a</link><pubDate>Fri, 27 Nov 2026 10:00:00 GMT</pubDate></item>',
      { id: 'desk.example:77', order: modified('2026-11-27T10:00:00.000Z') },
    ],
  ])('%s: identity and order', (_name, source, expected) => {
    expect(deliver(source)).toEqual(expected);
  });

  test.each([
    ['a G2 embargo', g2('<embargoed>2031-01-01T06:00:00+01:00</embargoed>')],
    ['a NITF release', nitf('<docdata><date.release norm="20310101T050000Z"/></docdata>')],
    ['a ninjs embargo', ninjs({ embargoed: '2031-01-01T05:00:00Z' })],
    [
      'a NewsML 1 embargo',
      newsml1(
        '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20310101T050000Z</DateAndTime></StatusWillChange>',
      ),
    ],
  ])('%s is when to publish', (_name, source) => {
    expect(deliver(source)).toMatchObject({ publishAt: '2031-01-01T05:00:00.000Z' });
    expect(submitInput(input(source), { publishAt: '2030-06-01T00:00:00.000Z' })).toMatchObject({
      submission: { publishAt: '2031-01-01T05:00:00.000Z' },
    });
  });

  test.each([
    ['canceled', g2('<pubStatus qcode="stat:canceled"/>')],
    ['withheld', g2('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>')],
    ['embargoed until further notice', g2('<embargoed/>')],
    ['canceled', nitf('<docdata management-status="cancelled"/>')],
    ['killed', nitf('<docdata management-status="killed"/>')],
    ['embargoed until further notice', nitf('<docdata management-status="embargoed"/>')],
    ['withheld', ninjs({ pubstatus: 'withheld' })],
    ['canceled', ninjs({ pubStatus: 'canceled' })],
    ['embargoed until soon', ninjs({ embargoed: 'soon' })],
    ['withheld', newsml1('<Status FormalName="Withheld"/>')],
    ['embargoed until further notice', newsml1('<Status FormalName="Embargoed"/>')],
  ])('%s takes the story down, and is never decoded', (withdrawn, source) => {
    expect(submitInput(input(source))).toMatchObject({ submission: { input: null, withdrawn } });
    expect(() => decode({ id: 'd', revision: 1, input: input(source) })).toThrow(`withdrawn: ${withdrawn}`);
  });

  test('several items in one are refused, and told', () => {
    const message = `<newsMessage><itemSet>${g2('')}${g2('')}</itemSet></newsMessage>`;
    expect(submitInput(input(message), { id: 'mine' })).toMatchObject({
      kind: 'invalid',
      detail: expect.stringMatching(/^several-articles: 2 articles/),
    });
  });

  test.each([
    ['draft', 'post'],
    ['private', 'post'],
    ['publish', 'wp_template'],
    ['future', 'post'],
  ])('of a WordPress export %s %s is refused by name', async (status, type) => {
    const entry = (state: string, kind: string): string =>
      `<item><title>T</title><guid>https://w.example/?p=1</guid><wp:status>${state}</wp:status><wp:post_type>${kind}</wp:post_type></item>`;
    const source = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${entry(status, type)}${entry('publish', 'post')}</channel></rss>`;
    const [refused, taken] = (await Array.fromAsync(splitFeed(source))).map((one) => submitInput(one.input));
    expect(refused).toMatchObject({
      kind: 'invalid',
      detail: `not-published: WordPress export: ${type} with status ${status}`,
    });
    expect(taken?.kind).toBe('submission');
  });

  test('of a WordPress export a post with a password is refused, one with an empty password is not', async () => {
    const entry = (password: string): string =>
      `<item><title>T</title><guid>https://w.example/?p=1</guid><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password><![CDATA[${password}]]></wp:post_password></item>`;
    const source = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${entry('secret')}${entry('')}</channel></rss>`;
    const [refused, taken] = (await Array.fromAsync(splitFeed(source))).map((one) => submitInput(one.input));
    expect(refused).toMatchObject({
      kind: 'invalid',
      detail: 'not-published: WordPress export: post with a password',
    });
    expect(taken?.kind).toBe('submission');
  });

  test('two stories of a feed under one guid are two articles, whatever their order', async () => {
    const entries = ['a', 'b'].map(
      (name) =>
        `<item><guid isPermaLink="false">same</guid><title>${name}</title><link>https://n.example/${name}</link></item>`,
    );
    const ids = async (items: readonly string[]) =>
      (await Array.fromAsync(splitFeed(`<rss><channel>${items.join('')}</channel></rss>`))).map(
        ({ suggestedId }) => suggestedId,
      );
    expect(await ids(entries)).toEqual(['https://n.example/a', 'https://n.example/b']);
    expect(await ids([...entries].reverse())).toEqual(['https://n.example/b', 'https://n.example/a']);
    expect(await ids(entries.slice(0, 1))).toEqual([undefined]);
  });
});
