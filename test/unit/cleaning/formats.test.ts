import { describe, expect, test } from '@jest/globals';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decode } from '../../../chain/decode/index.ts';

const clean = (content: string, contentType: string) =>
  cleanArticle(decode({ id: 'f', revision: 1, input: { contentType, charset: null, content, given: {} } }));

const wanted = ['HARBOUR CITY (Own Wire) - The council met on Monday.', 'It agreed on a budget & a plan.'];

const nitf = `<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20240305T070300+0200"/></docdata></head>
<body><body.head><hedline><hl1>Council agrees on budget</hl1></hedline><distributor><org>Own Wire</org></distributor></body.head>
<body.content><media><media-caption><p>A caption.</p></media-caption></media><p>${wanted[0]}</p><p>It agreed on a budget &amp; a plan.</p></body.content></body></nitf>`;
const newsml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x"><itemMeta><versionCreated>2024-03-05T07:03:00+02:00</versionCreated></itemMeta>
<contentMeta><headline>Council agrees on budget</headline><language tag="en"/><infoSource><name>Own Wire</name></infoSource></contentMeta>
<contentSet><inlineXML><html><body><p>${wanted[0]}</p><p>It agreed on a budget &amp; a plan.</p></body></html></inlineXML></contentSet></newsItem>`;
const newsmlWith = (content: string): string =>
  newsml.replace(/<contentSet>.*<\/contentSet>/s, `<contentSet>${content}</contentSet>`);
const newsmlNitf = newsmlWith(
  `<inlineXML><nitf><body><body.head><hedline><hl1>Another</hl1></hedline></body.head><body.content><p>${wanted[0]}</p><p>It agreed on a budget &amp; a plan.</p></body.content></body></nitf></inlineXML>`,
);
const newsmlPlain = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${newsmlWith(
  `<inlineData contenttype="text/plain">${wanted[0]}\nIt agreed on a budget &amp; a plan.</inlineData>`,
)}</itemSet></newsMessage>`;
const rss = `<rss version="2.0"><channel><title>Feed</title><item><title>Council agrees on budget</title><link>https://news.example/1</link>
<pubDate>Tue, 05 Mar 2024 07:03:00 +0200</pubDate><content:encoded><![CDATA[<p>${wanted[0]}</p><p>It agreed on a budget &amp; a plan.</p>]]></content:encoded></item></channel></rss>`;
const atom = `<entry xmlns="http://www.w3.org/2005/Atom"><title>Council agrees on budget</title><link href="https://news.example/1"/>
<updated>2024-03-05T07:03:00+02:00</updated><content type="xhtml"><div><p>${wanted[0]}</p><p>It agreed on a budget &amp; a plan.</p></div></content></entry>`;
const ninjs1 = JSON.stringify({
  uri: 'urn:x',
  headline: 'Council agrees on budget',
  versioncreated: '2024-03-05T07:03:00+02:00',
  body_text: wanted.join('\n'),
});
const ninjs2 = JSON.stringify({
  uri: 'urn:x',
  standard: { name: 'ninjs', version: '2.1' },
  headlines: [
    { role: 'short', value: 'Budget' },
    { role: 'main', value: 'Council agrees on budget' },
  ],
  infosources: [{ name: 'Own Wire' }],
  contentcreated: '2024-03-05T07:03:00+02:00',
  bodies: [
    { contenttype: 'text/html', value: `<p>${wanted[0]}</p><p>It agreed on a budget &amp; a plan.</p>` },
  ],
});
const ninjsXhtml = JSON.stringify({
  uri: 'urn:x',
  headline: 'Council agrees on budget',
  firstcreated: '2024-03-05T07:03:00+02:00',
  body_xhtml: `<p>${wanted[0]}</p><p>It agreed on a budget &amp; a plan.</p>`,
});
const ninjs3 = JSON.stringify({
  uri: 'urn:x',
  headlines: [{ value: 'Council agrees on budget' }],
  firstCreated: '2024-03-05T07:03:00+02:00',
  bodies: [{ contentType: 'text/plain', value: wanted.join('\n') }],
});
const linked = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Council agrees on budget',
  datePublished: '2024-03-05T07:03:00+02:00',
  articleBody: wanted.join('\n'),
});

const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://news.example/1">
<title>Council agrees on budget</title><link>https://news.example/1</link><dc:date>2024-03-05T07:03:00+02:00</dc:date>
<description>&lt;p&gt;${wanted[0]}&lt;/p&gt;&lt;p&gt;It agreed on a budget &amp;amp; a plan.&lt;/p&gt;</description></item></rdf:RDF>`;
const linkedGraph = JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [{ '@type': 'WebSite', name: 'The Harbour Letter' }, JSON.parse(linked)],
});

describe('agency formats', () => {
  test.each([
    ['nitf', nitf, 'application/nitf+xml'],
    ['newsml-g2', newsml, 'application/vnd.iptc.g2.newsitem+xml'],
    ['feed', rss, 'application/rss+xml'],
    ['feed', atom, 'application/atom+xml'],
    ['ninjs', ninjs1, 'application/vnd.iptc.ninjs+json'],
    ['ninjs', ninjsXhtml, 'application/vnd.iptc.ninjs+json'],
    ['ninjs', ninjs2, 'application/vnd.iptc.ninjs+json'],
    ['ninjs', ninjs3, 'application/vnd.iptc.ninjs+json'],
    ['newsml-g2', newsmlNitf, 'application/vnd.iptc.g2.newsitem+xml'],
    ['newsml-g2', newsmlPlain, 'application/vnd.iptc.g2.newsmessage+xml'],
    ['feed', rdf, 'application/rdf+xml'],
    ['json-ld', linkedGraph, 'application/ld+json'],
    ['json-ld', linked, 'application/ld+json'],
  ])('%s is read by its name and by its look', (format, source, type) => {
    for (const contentType of [type, 'application/octet-stream']) {
      const article = clean(source, contentType);
      expect(article.format).toBe(format);
      expect(article.title).toBe('Council agrees on budget');
      expect(article.paragraphs.map(({ text }) => text)).toEqual(wanted);
      expect(article.statements.map(({ property }) => property)).toContain(
        contentType === 'application/atom+xml' || source === atom || format === 'newsml-g2'
          ? 'datemodified'
          : 'datepublished',
      );
    }
  });

  test('a message of several news items is no article; one beside a picture is', () => {
    const picture = newsmlWith('<remoteContent href="https://example.org/p.jpg"/>');
    const message = (...items: readonly string[]) =>
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items.join('')}</itemSet></newsMessage>`;
    const type = 'application/vnd.iptc.g2.newsmessage+xml';
    expect(() => clean(message(newsml, newsmlNitf), type)).toThrow(/several-articles.*2 articles.*ingest/);
    const inlinePicture = newsmlWith(
      '<inlineData contenttype="image/jpeg">/9j/4AAQSkZJRgABAQ==</inlineData>',
    );
    for (const beside of [picture, inlinePicture])
      expect(clean(message(beside, newsml), type).title).toBe('Council agrees on budget');
    expect(() => clean(message(picture), type)).toThrow(/empty/);
    expect(() => clean(message(), type)).toThrow(/not-an-article/);
  });

  test.each([
    ['contenttype="application/xhtml+xml"', `<p>${wanted[0]}</p><p>It agreed on a budget &amp; a plan.</p>`],
    [
      'contenttype="application/xhtml+xml"',
      `<![CDATA[<p>${wanted[0]}</p><p>It agreed on a budget &amp; a plan.</p>]]>`,
    ],
    ['contenttype=" text/plain"', `${wanted[0]}\nIt agreed on a budget &amp; a plan.`],
    ['', `${wanted[0]}\nIt agreed on a budget &amp; a plan.`],
  ])('inline data of any type that holds text is read: <inlineData %s>%s', (attributes, body) => {
    const picture = '<inlineData contenttype="image/png" encoding="base64">iVBORw0KGgo=</inlineData>';
    const source = newsmlWith(`${picture}<inlineData ${attributes}>${body}</inlineData>`);
    const article = clean(source, 'application/vnd.iptc.g2.newsitem+xml');
    expect(article.paragraphs.map(({ text }) => text)).toEqual(wanted);
  });

  test.each([
    'contenttype=" image/jpeg"',
    'contenttype="Application/PDF"',
    'contenttype="application/octet-stream"',
    'encoding="http://www.iptc.org/std/encoding/base64"',
    'contenttype="text/plain" encoding="BASE64"',
  ])('inline data of bytes is no text: %s', (attributes) => {
    const source = newsmlWith(`<inlineData ${attributes}>/9j/4AAQSkZJRgABAQ==</inlineData>`);
    expect(() => clean(source, 'application/vnd.iptc.g2.newsitem+xml')).toThrow(/empty/);
  });

  test('an agency’s JSON is known by its look where it comes as plain JSON', () => {
    expect(clean(ninjs1, 'application/json').title).toBe('Council agrees on budget');
  });

  test.each([
    '[{"title":"A","body":"x"}]',
    '"a string"',
    'null',
    'oops this is not JSON',
    '// comment\n{"title":"A"}',
    '{"colour":"blue"}',
  ])('what is declared JSON and is none that we know is no text: %s', (content) => {
    for (const contentType of ['application/json', 'application/json; charset=utf-8'])
      for (const given of [{}, { title: 'A' }])
        expect(() =>
          decode({ id: 'f', revision: 1, input: { contentType, charset: null, content, given } }),
        ).toThrow(`unknown-format: content type ${contentType}; the text begins ${JSON.stringify(content)}`);
    const believed = { contentType: 'application/json', charset: null, content, given: { body: 'A body.' } };
    expect(decode({ id: 'f', revision: 1, input: believed }).format).toBe('json');
  });

  test('what is none of them is told with what was seen', () => {
    expect(() => clean('{"colour": "blue"}', 'application/octet-stream')).toThrow(/unknown-format.*colour/);
  });

  describe('a text wrapped to a width', () => {
    const lines = [
      'HARBOUR CITY, March 12 - The council met on Monday evening and',
      'agreed on a budget that Anna',
      'Lind had asked for since the spring of the year before, and on a',
      'plan for the harbour of the city.',
    ];
    const text = lines.join(' ');

    test('has its title above it, on a line with room for more', () => {
      const { title, paragraphs } = clean(`COUNCIL AGREES\n${lines.join('\n')}`, 'text/plain');
      expect(title).toBe('COUNCIL AGREES');
      expect(paragraphs.map((paragraph) => paragraph.text)).toEqual([text]);
    });

    test('has none where the first line is full, or a dateline', () => {
      expect(clean(lines.join('\n'), 'text/plain').paragraphs.map((one) => one.text)).toEqual([text]);
      const dated = [
        'HARBOUR CITY, March 12 -',
        'The council met on Monday evening in the old town hall and',
        ...lines.slice(1),
      ];
      expect(clean(dated.join('\n'), 'text/plain').paragraphs.map((one) => one.text)).toEqual([
        dated.join(' '),
      ]);
    });
  });
});
