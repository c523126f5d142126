import { type ArticleDocument, bareDocument } from '../../domain/document.ts';

/** A document with what a test says of it, and nothing else. */
export const documentOf = (given: Partial<ArticleDocument> & { readonly id: string }): ArticleDocument => ({
  ...bareDocument({
    id: given.id,
    revision: 1,
    checksum: 'c',
    language: 'en',
    received: '2024-01-01T00:00:00.000Z',
  }),
  title: 'A title',
  lead: given.body?.split('\n')[0] ?? 'A text.',
  body: 'A text.',
  kinds: ['text'],
  script: 'Latn',
  ...given,
});
