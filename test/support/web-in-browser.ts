import { Client } from '@elastic/elasticsearch';
import { afterAll, beforeAll } from '@jest/globals';
import type { ArticleDocument } from '../../domain/document.ts';
import { connectBrowser, type TestBrowser } from './browser.ts';
import { indexDocuments } from './index-documents.ts';
import { readSharedWeb } from './shared-web.ts';

/** The pages that all files of browser tests share: what one writes, others see. */
export interface SharedPages {
  readonly url: string;
  readonly key: string;
  /** Writes documents and makes them searchable. */
  readonly index: (documents: readonly ArticleDocument[]) => Promise<void>;
}

/** What a file of browser tests works with. */
export interface WebInBrowser {
  readonly service: SharedPages;
  readonly browser: TestBrowser;
}

/** Connects to pages and browser before the tests of a file. */
export const openWebInBrowser = (use: (opened: WebInBrowser) => void): void => {
  const elasticsearch = new Client({ node: process.env.TEST_ELASTICSEARCH_URL ?? '' });
  let browser: TestBrowser | undefined;
  beforeAll(async () => {
    const shared = readSharedWeb();
    browser = await connectBrowser(shared.browser);
    const index = (documents: readonly ArticleDocument[]) =>
      indexDocuments(elasticsearch, shared.prefix, documents);
    use({ service: { url: shared.url, key: shared.key, index }, browser });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await elasticsearch.close();
  }, 60_000);
};
