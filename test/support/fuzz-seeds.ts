const paragraph =
  'The river commission agreed on Tuesday to raise the dyke by half a metre along the northern bank.';
const feedItem = `<item><title>Dyke</title><link>https://n.example/1</link><guid>1</guid><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;${paragraph}&lt;/p&gt;</description></item>`;

/** One small sound input of every format, by the name of its decoder. */
export const seeds: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  json: {
    type: 'application/json',
    text: JSON.stringify({ title: 'Dyke', body: paragraph, date: '2024-03-05' }),
  },
  'json-ld': {
    type: 'application/ld+json',
    text: JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'NewsArticle', headline: 'Dyke', articleBody: paragraph, author: [{ name: 'A' }] },
      ],
    }),
  },
  'json-feed': {
    type: 'application/feed+json',
    text: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', url: 'https://n.example/1', title: 'Dyke', content_html: `<p>${paragraph}</p>` }],
    }),
  },
  'gov-uk': {
    type: 'application/json',
    text: JSON.stringify({
      base_path: '/government/news/dyke',
      content_id: 'f1b2',
      schema_name: 'news_article',
      document_type: 'news_story',
      title: 'Dyke',
      public_updated_at: '2024-03-05T10:00:00Z',
      details: { body: `<p>${paragraph}</p>` },
    }),
  },
  ninjs: {
    type: 'application/ninjs+json',
    text: JSON.stringify({
      uri: 'urn:n:1',
      type: 'text',
      version: '2',
      pubstatus: 'usable',
      headline: 'Dyke',
      body_xhtml: `<p>${paragraph}</p>`,
      associations: { main: { uri: 'urn:n:2', type: 'picture' } },
    }),
  },
  'newsml-g2': {
    type: 'application/vnd.iptc.g2.newsitem+xml',
    text: `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:n:1" version="2"><itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:usable"/><versionCreated>2024-03-05T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Dyke</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body><p>${paragraph}</p></body></html></inlineXML></contentSet></newsItem>`,
  },
  'newsml-1': {
    type: 'application/vnd.iptc.newsml+xml',
    text: `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>n.example</ProviderId><DateId>20240305</DateId><NewsItemId>1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:n.example:20240305:1:1</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Dyke</HeadLine></NewsLines><ContentItem><DataContent><p>${paragraph}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
  },
  nitf: {
    type: 'application/nitf+xml',
    text: `<nitf><head><docdata management-status="usable"><doc-id id-string="1"/><date.release norm="20240305T100000Z"/></docdata></head><body><body.head><hedline><hl1>Dyke</hl1></hedline><dateline><location>PARIS</location></dateline></body.head><body.content><block><p>${paragraph}</p><table><tr><td>1</td></tr></table></block></body.content></body></nitf>`,
  },
  feed: {
    type: 'application/rss+xml',
    text: `<rss version="2.0"><channel><title>N</title>${feedItem}</channel></rss>`,
  },
  'iptc-7901': {
    type: 'text/vnd.iptc.7901',
    text: `\u0001NEX0123 4 POL 0098 N/SLUG\r\n\u0002Dyke is raised\r\n  PARIS, March 5 (Agency) - ${paragraph}\r\n  Work begins in spring.\r\n\u0003051000 MAR 24\r\n\u0004`,
  },
  html: {
    type: 'text/html',
    text: `<!DOCTYPE html><html><head><title>Dyke | N</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Dyke"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Dyke</h1><time datetime="2024-03-05">5 March</time><p>${paragraph}</p><ul><li>One</li></ul><table><tr><td>1</td></tr></table></article></body></html>`,
  },
  text: {
    type: 'text/plain',
    text: `Dyke is raised\n\nPARIS, March 5 (Agency) - ${paragraph}\n\nWork begins in spring.\n`,
  },
};

/** What breaks parsers: ends and beginnings of all formats, signs of control, halves of pairs, numbers at their bounds. */
export const splinters: readonly string[] = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml',
    '?>',
    '<!DOCTYPE x [',
    '<!ENTITY a "b">',
  ],
  ...[
    '&',
    '&#',
    '&#x0;',
    '&#x110000;',
    '&amp;amp;',
    '&nbsp',
    '"',
    "'",
    '\\',
    '\\u',
    '\\ud800',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
  ],
  ...[
    'null',
    'true',
    '-0',
    '1e999',
    '99999999999999999999',
    '0000-00-00',
    '275761-01-01T00:00:00Z',
    '-1',
    '',
  ],
  ...[
    '\u0000',
    '\u0001',
    '\u0002',
    '\u0003',
    '\u0004',
    '\u001a',
    '\u007f',
    '\u0085',
    '\u200b',
    '\u202e',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '\uffff',
    '\ud800',
    '\udc00',
  ],
  ...['\r', '\n', '\r\n\r\n', '\t', ' '.repeat(3000), '\u0301'.repeat(500), 'x'.repeat(5000)],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'javascript:',
    'http://[',
    'file:///etc/hosts',
    'xmlns:a="b"',
    'xml:lang="',
  ],
];
