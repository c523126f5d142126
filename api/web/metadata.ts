import { interfaceLanguages, localeOf } from '../messages/index.ts';
import { mediaTypeOf } from '../render/format.ts';
import { feedFormats } from '../render/index.ts';
import { html, type Markup, trusted } from './markup.ts';
import type { ArticleMetadata, PageContext, PageParts } from './page-parts.ts';

/** Machine-readable data in the head of a page. */
export const drawMetadata = (parts: PageParts, context: PageContext): Markup => {
  const { origin, path, language } = context;
  const { description, canonical, article, translated } = parts;
  const address = `${origin}${path}`;
  return html`${description ? html`<meta name="description" content="${description}">` : ''}
${parts.indexed ? '' : html`<meta name="robots" content="noindex">`}
${canonical ? html`<link rel="canonical" href="${canonical}">` : ''}
${translated && origin ? interfaceLanguages.map(({ code }) => html`<link rel="alternate" hreflang="${code}" href="${address}?ui-lang=${code}">`) : ''}
${translated && origin ? html`<link rel="alternate" hreflang="x-default" href="${address}">` : ''}
${drawFeeds(parts.feeds)}
<link rel="search" type="application/opensearchdescription+xml" title="Dateline" href="/opensearch.xml">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<meta name="theme-color" content="#0b4f8a">
${parts.indexed ? drawOpenGraph(parts, language) : ''}
${article ? html`<script type="application/ld+json">${trusted(withoutTags(JSON.stringify(newsArticle(article, canonical))))}</script>` : ''}`;
};

/** Every page links to the feeds of all articles; a page of results to its own feeds. */
const drawFeeds = (feeds: PageParts['feeds']): readonly Markup[] => {
  const all = Object.fromEntries(
    feedFormats.map((format) => [mediaTypeOf(format), `/v1/articles?format=${format.name}`]),
  );
  return Object.entries(feeds ?? all).map(
    ([type, url]) => html`<link rel="alternate" type="${type}" title="Dateline" href="${url}">`,
  );
};

const drawOpenGraph = (
  { title, description, canonical, article }: PageParts,
  language: string,
): readonly Markup[] => {
  const properties: readonly (readonly [string, string | null | undefined])[] = [
    ['og:site_name', 'Dateline'],
    ['og:type', article ? 'article' : 'website'],
    ['og:title', article?.title ?? title],
    ['og:description', description],
    ['og:url', canonical],
    ['og:locale', new Intl.Locale(article?.language ?? localeOf(language)).baseName.replace('-', '_')],
    ['article:published_time', article?.published],
    ['article:modified_time', article?.updated],
  ];
  return properties.flatMap(([name, content]) =>
    content ? [html`<meta property="${name}" content="${content}">`] : [],
  );
};

const newsArticle = (article: ArticleMetadata, page: string | undefined): object => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: article.title.slice(0, 110),
  inLanguage: article.language,
  ...(article.published ? { datePublished: article.published } : {}),
  ...(article.updated ? { dateModified: article.updated } : {}),
  ...(article.source ? { publisher: { '@type': 'Organization', name: article.source } } : {}),
  ...(article.authors.length > 0
    ? { author: article.authors.map((name) => ({ '@type': 'Person', name })) }
    : {}),
  ...(page ? { mainEntityOfPage: page } : {}),
  ...(article.url ? { isBasedOn: article.url } : {}),
});

/** JSON inside an element, escaped so that it cannot end the element. */
const withoutTags = (json: string): string => json.replaceAll('<', '\\u003c');
