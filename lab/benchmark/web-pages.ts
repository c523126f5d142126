import { createServer } from 'node:http';
import chromium from '@sparticuz/chromium';
import express from 'express';
import { type Browser, chromium as playwright } from 'playwright-core';
import { type SearchParams, searchSchema } from '../../api/params/search.ts';
import type { ArticleSummary, Facet, SearchResult } from '../../api/search/result.ts';
import type { SuggestAnswer } from '../../api/search/suggest-answer.ts';
import { buildAssets, pagePolicy, type WebAssets } from '../../api/web/assets.ts';
import { demoPages } from '../../api/web/demo/pages.ts';
import { print } from '../../api/web/markup.ts';
import { contextOf } from '../../api/web/page.ts';
import { drawSearchPage } from '../../api/web/pages/search-page.ts';

/** The page that is measured: 20 long results with every facet full. */
export const drawFullPage = async (assets: WebAssets): Promise<string> => {
  const query = new URLSearchParams({ q: 'conference' });
  const context = contextOf(
    { given: 'en', accepted: undefined },
    { assets, origin: 'http://page', path: '/', query, mails: false, now: new Date(0) },
  );
  return print(drawSearchPage(params, fullResult, context));
};

/** Serves the pages on a free port without a search behind them, so that only our own code is measured. */
export const servePages = async (): Promise<{ url: string; close: () => Promise<void> }> => {
  const assets = await buildAssets();
  const app = express();
  app.get('/', async (_request, response) => {
    response
      .set('Content-Security-Policy', pagePolicy(assets))
      .type('html')
      .send(await drawFullPage(assets));
  });
  app.get('/demo/strict', async (_request, response) => {
    const demo = demoPages.find(({ name }) => name === 'strict');
    if (demo) response.type('html').send(await print(demo.draw(assets)));
  });
  app.get('/v1/suggest', (_request, response) => {
    response.json(suggestions);
  });
  app.get(/\.js$/, (request, response) => {
    const asset = [assets.box, assets.script].find(({ path }) => path === request.path);
    if (asset) response.type(asset.type).send(asset.content);
    else response.status(404).end();
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  });

const params: SearchParams = { ...searchSchema.parse({}), q: 'conference', page: 2 };

const facetOf = (name: string, count: number): Facet => ({
  unit: 'article',
  total: 4000,
  missing: 120,
  exact: true,
  more: true,
  options: Array.from({ length: count }, (_, index) => ({
    value: `${name}-${index}`,
    label: `Some ${name} with a name of usual length ${index}`,
    count: 1000 - index * 7,
    selected: index === 1,
    url: `/?q=conference&${name}=${name}-${index}`,
  })),
});

const dates: Facet = {
  ...facetOf('date', 0),
  step: 'month',
  options: Array.from({ length: 60 }, (_, index) => {
    const month = `${2019 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return {
      value: `${month}-01`,
      label: month,
      count: (index * 37) % 90,
      selected: false,
      url: `/?q=conference&from-date=${month}&to-date=${month}`,
    };
  }),
};

const sentence = 'The ministers agreed that the <mark>conference</mark> would meet again before the autumn. ';

const articleAt = (index: number): ArticleSummary => ({
  id: `article-${index}`,
  url: `https://publisher.example/${index}`,
  page: `/articles/article-${index}`,
  title: `Foreign ministers open a conference about the archives of lighthouses, number ${index}`,
  summary: sentence.repeat(3).replaceAll(/<\/?mark>/g, ''),
  highlights: { title: [`A <mark>conference</mark> about ${index}`], body: [sentence.repeat(2), sentence] },
  date: '2022-05-12',
  dateKind: 'published',
  published: null,
  updated: null,
  agency: [{ id: 'agency', label: 'Agency' }],
  publisher: { id: 'publisher.example', label: 'publisher.example' },
  country: null,
  authors: [],
  mentioned: [],
  language: 'en',
  script: 'Latn',
  dateline: { place: { id: 'lisbon', label: 'Lisbon' }, date: null, printed: 'LISBON' },
  people: Array.from({ length: 5 }, (_, person) => ({
    id: `p${person}`,
    label: `First Last-Name ${person}`,
  })),
  story: `story-${index}`,
  revision: 1,
  received: '2022-05-12T08:00:00.000Z',
});

const fullResult: SearchResult = {
  total: { count: 4000, exact: true },
  description: '4,000 articles about conference',
  took: 5,
  results: Array.from({ length: 20 }, (_, index) => articleAt(index)),
  facets: {
    agency: facetOf('agency', 10),
    person: facetOf('person', 10),
    lang: facetOf('lang', 10),
    date: dates,
  },
  choices: [],
  expansions: [],
  suggestion: null,
  links: { self: '/?q=conference', next: '/?q=conference&page=3', prev: '/?q=conference' },
};

const suggestions: SuggestAnswer = {
  q: '',
  people: [0, 1, 2].map((index) => ({
    id: `p${index}`,
    label: `Person ${index}`,
    role: 'minister',
    match: [[0, 3]],
    url: '/',
  })),
  agencies: [{ id: 'agency', label: 'Agency', match: [[0, 3]], url: '/' }],
  words: {
    people: 'People',
    agencies: 'Agencies',
    search: 'Search',
    articles: 'Articles',
    suggestions: 'Suggestions',
  },
  completions: [{ q: 'conference', match: [[0, 3]] }],
  articles: [0, 1, 2, 3].map((index) => ({
    id: `a${index}`,
    title: `An article about something ${index}`,
    match: [[3, 7]],
    date: '2022-05-12',
    language: 'en',
    url: '/',
  })),
};
