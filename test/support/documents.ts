import type { ArticleDocument } from '../../domain/document.ts';

/** A document with what a test says of it, and nothing else. */
export const documentOf = (given: Partial<ArticleDocument> & { readonly id: string }): ArticleDocument => ({
  revision: 1,
  checksum: 'c',
  gone: false,
  title: 'A title',
  lead: given.body?.split('\n')[0] ?? 'A text.',
  body: 'A text.',
  kinds: ['text'],
  credits: [],
  date: null,
  dateKind: null,
  published: null,
  updated: null,
  agency: [],
  publisher: null,
  dateline: null,
  people: [],
  mentions: [],
  language: 'en',
  script: 'Latn',
  url: null,
  story: given.id,
  received: '2024-01-01T00:00:00.000Z',
  ...given,
});
