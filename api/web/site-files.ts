import { type Response, Router } from 'express';
import { interfaceIn, readerLanguage } from '../messages/index.ts';
import { element } from '../render/xml.ts';
import { onlyGet } from '../routes/only-get.ts';
import { originOf } from '../routes/read.ts';
import type { ApiServices } from '../services.ts';

const DAY = 'public, max-age=86400';

/** Small files that browsers ask for by themselves. */
export const siteFilesRouter = (services: Pick<ApiServices, 'config'>): Router => {
  const send = (response: Response, type: string, body: string): void => {
    response.set('Cache-Control', DAY).vary('Accept-Language').type(type).send(body);
  };
  const words = (accepted: string | undefined) => interfaceIn(readerLanguage(undefined, accepted)).page;
  return Router()
    .use(onlyGet('/favicon.svg', (_request, response) => send(response, 'image/svg+xml', icon)))
    .use(
      onlyGet('/opensearch.xml', (request, response) => {
        const { search, tagline } = words(request.get('accept-language'));
        const body = openSearch(originOf(services), search, tagline);
        send(response, 'application/opensearchdescription+xml', body);
      }),
    )
    .use(
      onlyGet('/manifest.webmanifest', (request, response) => {
        const { tagline } = words(request.get('accept-language'));
        send(response, 'application/manifest+json', JSON.stringify({ ...manifest, description: tagline }));
      }),
    );
};

/** A line with a day on it, as in the name. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4f8a"/><path d="M8 7h7c6 0 9 3.500 9 9s-3 9-9 9H8zM12 11v10h3c3.400 0 5-1.700 5-5s-1.600-5-5-5z" fill="#fff"/></svg>`;

const manifest = {
  name: 'Dateline',
  short_name: 'Dateline',
  start_url: '/',
  display: 'minimal-ui',
  background_color: '#fbfaf7',
  theme_color: '#0b4f8a',
  icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
};

/** OpenSearch 1.1: a browser then offers the search among its own. */
const openSearch = (
  origin: string,
  search: string,
  tagline: string,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
${element('ShortName', 'Dateline')}${element('Description', `${search}: ${tagline}`)}
<InputEncoding>UTF-8</InputEncoding>
<Image width="32" height="32" type="image/svg+xml">${origin}/favicon.svg</Image>
<Url type="text/html" template="${origin}/?q={searchTerms}"/>
<Url type="application/atom+xml" template="${origin}/v1/articles?q={searchTerms}&amp;format=atom"/>
</OpenSearchDescription>
`;
