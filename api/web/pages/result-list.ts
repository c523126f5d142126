import type { ArticleSummary } from '../../search/result.ts';
import { html, type Markup, marked } from '../markup.ts';
import {
  directionOf,
  joinWith,
  type PageContext,
  personPath,
  printDay,
  printLanguage,
  withLanguage,
} from '../page.ts';

export const drawResults = (results: readonly ArticleSummary[], context: PageContext): Markup =>
  html`<ol class="results">${results.map((article) => html`<li>${drawResult(article, context)}</li>`)}</ol>`;

const drawResult = (article: ArticleSummary, context: PageContext): Markup => {
  const { language, highlights } = article;
  const tag = languageTag(article);
  const direction = directionOf(language);
  const title = highlights?.title?.[0];
  const text = highlights?.body ?? highlights?.lead;
  return html`<article>
<h2 lang="${tag}" dir="${direction}"><a href="${withLanguage(article.page, context)}">${title ? marked(title) : article.title}</a></h2>
${drawCredits(article, context)}
<p class="summary" lang="${tag}" dir="${direction}">${
    text ? joinWith(' … ', text.slice(0, 2).map(marked)) : article.summary
  }</p>
${drawPeople(article, context)}
</article>`;
};

export const languageTag = ({ language, script }: Pick<ArticleSummary, 'language' | 'script'>): string =>
  language === 'zh' ? `zh-${script}` : language;

/** Day, agency, place, publisher and language, as far as they are known. */
export const drawCredits = (article: ArticleSummary, { language, messages }: PageContext): Markup => {
  const place = article.dateline?.place?.label;
  const parts = [
    article.date
      ? html`<time datetime="${article.date}">${article.dateKind === 'updated' ? `${messages.updated} ` : ''}${printDay(article.date, language)}</time>`
      : null,
    article.agency.length > 0
      ? html`<span class="agency">${article.agency.map(({ label }) => label).join(' / ')}</span>`
      : null,
    place ? html`<span dir="auto">${place}</span>` : null,
    article.publisher ? html`<span dir="auto">${article.publisher.label}</span>` : null,
    html`<span class="language">${printLanguage(languageTag(article), language)}</span>`,
    article.found === 'translation' ? html`<span class="translated">${messages.across.found}</span>` : null,
    drawCopies(article, messages),
    article.revision > 1 ? html`<strong class="corrected">${messages.corrected}</strong>` : null,
  ].filter((part) => part !== null);
  return html`<ul class="credits">${parts.map((part) => html`<li>${part}</li>`)}</ul>`;
};

/** How many copies a result stands for, and where the first one stood. */
const drawCopies = (
  { copies }: ArticleSummary,
  { copies: words }: PageContext['messages'],
): Markup | null => {
  if (!copies || copies.count < 2) return null;
  const { publisher, agency } = copies.first;
  const source = publisher?.label ?? agency[0]?.label;
  const link = copies.url.replace('/v1/articles', '/');
  return html`<a href="${link}" rel="nofollow">${words.title}: ${copies.count}</a>${source ? html`, ${words.first} <span dir="auto">${source}</span>` : ''}`;
};

const shownPeople = 6;

const drawPeople = ({ people }: ArticleSummary, context: PageContext): Markup | '' =>
  people.length === 0
    ? ''
    : html`<ul class="people" aria-label="${context.messages.peopleNamed}">${people
        .slice(0, shownPeople)
        .map(
          ({ id, label }) =>
            html`<li><a href="${withLanguage(personPath(id), context)}" dir="auto">${label}</a></li>`,
        )}</ul>`;
