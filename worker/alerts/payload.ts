import type { estypes } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../domain/document.ts';
import { shortenFragment } from '../../domain/marked-text.ts';
import { linkTo } from '../../domain/public-address.ts';
import { shorten } from '../../domain/shorten.ts';
import type { AlertRecord } from '../../platform/alerts/records.ts';
import type { StoredMatch } from '../../platform/alerts/stored-match.ts';
import type { AlertServices } from './services.ts';

/** Fields that a webhook call contains. */
export const articleFields = [
  'id',
  'revision',
  'title',
  'lead',
  'date',
  'dateKind',
  'published',
  'updated',
  'agency',
  'publisher',
  'mentions',
  'language',
  'url',
  'story',
] as const satisfies readonly (keyof ArticleDocument)[];
export type MatchedDocument = Pick<ArticleDocument, (typeof articleFields)[number]>;

export interface MatchedArticle {
  readonly document: MatchedDocument;
  readonly highlight: estypes.SearchHit['highlight'];
}

const longestSummary = 300;

/** The body of a webhook call: the alert, the article in its current state, and why it matched. */
export const buildPayload = (
  { id, match }: StoredMatch,
  alert: Pick<AlertRecord, 'id' | 'name'>,
  { document, highlight }: MatchedArticle,
  { people, publicUrl }: Pick<AlertServices, 'people' | 'publicUrl'>,
): string => {
  const path = encodeURIComponent(document.id);
  return JSON.stringify({
    type: 'article.matched',
    timestamp: match.found,
    data: {
      delivery: id,
      alert: { id: alert.id, name: alert.name },
      revision: match.revision,
      article: {
        id: document.id,
        revision: document.revision,
        title: document.title,
        summary: shorten(document.lead, longestSummary),
        date: document.date,
        dateKind: document.dateKind,
        published: document.published,
        updated: document.updated,
        agency: document.agency,
        publisher: document.publisher,
        people: document.mentions
          .filter((person) => !people.isDelisted(person.id))
          .map((person) => ({ id: person.id, name: person.name })),
        language: document.language,
        url: document.url,
        story: document.story,
        page: linkTo(`/articles/${path}`, publicUrl),
        api: linkTo(`/v1/articles/${path}`, publicUrl),
      },
      why: match.why.reasons,
      excerpts: { title: highlight?.title ?? [], body: (highlight?.body ?? []).map(shortenFragment) },
    },
  });
};
