import { writtenTime } from '../../../domain/partial-dates.ts';
import type { Article } from '../../search/article.ts';
import type { ArticleSummary } from '../../search/result.ts';
import type { CopyList } from '../../versions/copies.ts';
import { isWeb } from '../is-web.ts';
import { html, type Markup, type Printable } from '../markup.ts';
import { directionOf, drawPage, type PageContext, personPath, printDay, withLanguage } from '../page.ts';
import { titleOf } from '../title.ts';
import { drawCite } from './cite-panel.ts';
import { createNameLinker } from './linked-names.ts';
import { drawCredits, languageTag } from './result-list.ts';

/** Additional content of an article's page. */
export interface Related {
  readonly copies: CopyList | null;
  readonly alike: readonly ArticleSummary[];
}

/** One article: its cleaned text with linked persons, its versions, its source. */
export const drawArticlePage = (
  article: Article,
  { copies, alike }: Related,
  context: PageContext,
): Markup => {
  const { messages } = context;
  const tag = languageTag(article);
  const direction = directionOf(article.language);
  const title = titleOf(article, context);
  return drawPage(
    {
      title: `${title} – Dateline`,
      article: {
        title,
        language: tag,
        published: article.published ? writtenTime(article.published) : article.date,
        updated: article.updated?.instant ?? null,
        source: article.publisher?.label ?? article.agency[0]?.label ?? '',
        authors: article.authors.map(({ label }) => label),
        url: article.url && isWeb(article.url) ? article.url : null,
      },
      indexed: true,
      canonical: `${context.origin}/articles/${encodeURIComponent(article.id)}`,
      description: article.summary.slice(0, 200),
      main: html`<article class="whole">
<header>
<h1 lang="${tag}" dir="${direction}"${title.length > longTitle ? html` class="long"` : ''}>${article.title.trim() ? createNameLinker(article, 'title', context)(article.title, 0) : title}</h1>
${drawCredits(article, context)}
${drawSource(article, context)}
${drawCorrected(article, context)}
${drawCite(article, context)}
</header>
<div class="columns">
<div class="text" lang="${tag}" dir="${direction}">${drawParagraphs(article, context)}</div>
<aside class="about">
${article.mentions.length > 0 ? drawNamed(article, context) : ''}
${drawOrigin(article, context)}
${drawCopyList(copies, context)}
${drawAlike(alike, context)}
<p><a href="/v1/articles/${encodeURIComponent(article.id)}">${messages.asApi}</a></p>
</aside>
</div>
</article>`,
    },
    context,
  );
};

/** Longer titles are set smaller. */
const longTitle = 90;

/** The link to the source is under the headline, and in print with its address. */
const drawSource = ({ url }: Article, { site }: PageContext): Markup | '' => {
  if (url === null || !isWeb(url)) return '';
  const { href, hostname } = new URL(url);
  return html`<p class="source"><a href="${href}" rel="noopener noreferrer nofollow">${site.readAt} <bdi>${hostname}</bdi></a></p>`;
};

/** A notice of corrections comes before the text. */
const drawCorrected = (article: Article, context: PageContext): Markup | '' =>
  article.revision === 1
    ? ''
    : html`<p class="note">${context.messages.corrected} · ${context.messages.version} ${versionsLink(article, context)}</p>`;

const mostCopies = 10;

const drawCopyList = (list: CopyList | null, context: PageContext): Markup | '' => {
  if (!list || list.total < 2) return '';
  const { total, copies } = list;
  const { title, differ } = context.messages.copies;
  return html`<section><h2>${title} <span class="count">${total}</span></h2><ul class="named">${copies
    .slice(0, mostCopies)
    .map(({ article, added, removed }) => {
      const source = article.publisher?.label ?? article.agency[0]?.label ?? titleOf(article, context);
      const changed = Math.max(added, removed);
      return html`<li><a href="${withLanguage(article.page, context)}" dir="auto">${source}</a> <span class="count">${drawDay(article.date, context.locale)}${changed > 0 ? ` · ${changed} ${differ}` : ''}</span></li>`;
    })}</ul></section>`;
};

const drawAlike = (alike: readonly ArticleSummary[], context: PageContext): Markup | '' =>
  alike.length === 0
    ? ''
    : html`<section><h2>${context.messages.copies.similar}</h2><ul class="named">${alike.map(
        (article) =>
          html`<li><a href="${withLanguage(article.page, context)}" lang="${languageTag(article)}" dir="auto">${titleOf(article, context)}</a> <span class="count">${drawDay(article.date, context.locale)}</span></li>`,
      )}</ul></section>`;

/** Most of a text that a page shows, in UTF-16 units and in paragraphs, more than a book. The API returns all of it. */
const mostShown = 500_000;
const mostParagraphs = 10_000;

const drawParagraphs = (article: Article, context: PageContext): readonly Markup[] => {
  const link = createNameLinker(article, 'body', context);
  const { body } = article;
  const texts = body.slice(0, mostShown).split('\n', mostParagraphs);
  let at = 0;
  const drawn = texts.map((text, index) => {
    const inner = link(text, at);
    at += text.length + 1;
    return drawParagraph(article.kinds[index], inner);
  });
  return at >= body.length ? drawn : [...drawn, drawRest(article, context)];
};

const drawParagraph = (kind: Article['kinds'][number] | undefined, inner: readonly Printable[]): Markup => {
  switch (kind) {
    case 'subhead':
      return html`<h2 dir="auto">${inner}</h2>`;
    case 'list-item':
      return html`<p class="item" dir="auto">${inner}</p>`;
    case 'quote':
      return html`<blockquote><p dir="auto">${inner}</p></blockquote>`;
    default:
      return html`<p dir="auto">${inner}</p>`;
  }
};

const drawRest = ({ id }: Article, { messages }: PageContext): Markup =>
  html`<p class="rest">… <a href="/v1/articles/${encodeURIComponent(id)}" rel="nofollow">${messages.asApi}</a></p>`;

/** How many people are listed beside the text; further ones are in the text and in the API. */
const mostNamed = 1000;

const drawNamed = ({ mentions }: Article, context: PageContext): Markup => html`<section>
<h2>${context.messages.peopleNamed}</h2>
<ul class="named">${mentions
  .slice(0, mostNamed)
  .map(
    ({ id, label, roles }) =>
      html`<li><a href="${withLanguage(personPath(id), context)}" dir="auto">${label}</a>${roles[0] ? html` <span class="role" dir="auto">${roles[0]}</span>` : ''}</li>`,
  )}</ul>
</section>`;

const drawOrigin = (article: Article, context: PageContext): Markup => {
  const { messages, locale } = context;
  const rows: readonly (readonly [string, Printable])[] = [
    [messages.published, article.published && statedTime(article.published, locale)],
    [messages.updated, article.updated && statedTime(article.updated, locale)],
    [messages.agency, article.agency.length > 0 && article.agency.map(({ label }) => label).join(' / ')],
    [messages.publisher, article.publisher && labelled(article.publisher)],
    [messages.place, article.dateline?.place ? labelled(article.dateline.place) : null],
    [messages.original, originalLink(article.url)],
    [messages.version, versionsLink(article, context)],
    [messages.received, printDay(article.received.slice(0, 10), locale)],
  ];
  return html`<section>
<h2>${messages.whereFrom}</h2>
<dl>${rows.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
</section>`;
};

const versionsLink = ({ id, revision }: Article, context: PageContext): Printable =>
  revision === 1
    ? revision
    : html`${revision} · <a href="${withLanguage(`/articles/${encodeURIComponent(id)}/versions`, context)}" rel="nofollow">${context.messages.versions}</a>`;

const labelled = ({ label }: { readonly label: string }): Markup => html`<span dir="auto">${label}</span>`;

/** As printed if it is readable; a date from a URL or in a machine format is formatted in the reader's language. */
const statedTime = ({ day, printed }: NonNullable<Article['published']>, locale: string): Markup =>
  /\p{L}|\d[ :.]\d/u.test(printed) && !/^\d{4}-?\d\d-?\d\dT/.test(printed)
    ? html`<time datetime="${day}" dir="auto">${printed}</time>`
    : html`<time datetime="${day}">${printDay(day, locale)}</time>`;

const drawDay = (day: string | null, locale: string): Markup | '' =>
  day ? html`<time datetime="${day}">${printDay(day, locale)}</time>` : '';

/** Only addresses of web pages become links: one such as `javascript:` stays text. */
const originalLink = (url: string | null): Printable => {
  if (url === null || !isWeb(url)) return url;
  const { href, hostname } = new URL(url);
  return html`<a href="${href}" rel="noopener noreferrer nofollow" dir="ltr">${hostname}</a>`;
};
