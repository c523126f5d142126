import type { ArticleSummary } from '../../search/result.ts';
import { html, type Markup, marked } from '../markup.ts';
import {
  directionOf,
  joinWith,
  type Kept,
  type PageContext,
  personPath,
  pluralOf,
  printLanguage,
  printNumber,
  printShortDay,
  searchPath,
  withLanguage,
} from '../page.ts';
import { titleOf } from '../title.ts';

/** The search of the results: a person of a result narrows it. */
export interface Narrowed {
  /** A link that ends in `person=`; null leads to the person's page. */
  readonly path: string | null;
  readonly person: readonly string[];
}

/** Characters of an address that a page repeats for every person of every result. */
const longestLink = 1000;

export const narrowedBy = (kept: Kept, person: readonly string[]): Narrowed => {
  const path = searchPath([...kept, ['person', '']]);
  return { path: path.length > longestLink ? null : path, person };
};

export const drawResults = (
  results: readonly ArticleSummary[],
  context: PageContext,
  narrowed: Narrowed | null = null,
): Markup =>
  html`<ol class="results">${results.map((article) => html`<li>${drawResult(article, context, narrowed)}</li>`)}</ol>`;

const drawResult = (article: ArticleSummary, context: PageContext, narrowed: Narrowed | null): Markup => {
  const { language, highlights } = article;
  const tag = languageTag(article);
  const direction = directionOf(language);
  const title = highlights?.title?.[0];
  const text = highlights?.body ?? highlights?.lead;
  return html`<article>
<h2 lang="${tag}" dir="${direction}"><a href="${withLanguage(article.page, context)}">${title ? marked(title) : titleOf(article, context)}</a></h2>
${drawCredits(article, context)}
<p class="summary" lang="${tag}" dir="${direction}">${
    text ? joinWith(' … ', text.slice(0, 2).map(marked)) : article.summary
  }</p>
${drawPeople(article, context, narrowed)}
</article>`;
};

export const languageTag = ({ language, script }: Pick<ArticleSummary, 'language' | 'script'>): string =>
  language === 'zh' ? `zh-${script}` : language;

/**
 * One line: day, agency, place, publisher and language, if known. Left out: a publisher that is the agency, and
 * the reader's own language.
 */
export const drawCredits = (article: ArticleSummary, context: PageContext): Markup => {
  const { language, locale, messages } = context;
  const place = article.dateline?.place?.label;
  const agencies = article.agency.map(({ label }) => label);
  const publisher = article.publisher?.label;
  const parts = [
    article.date
      ? html`<time datetime="${article.date}">${article.dateKind === 'updated' ? `${messages.updated} ` : ''}${printShortDay(article.date, locale)}</time>`
      : null,
    article.revision > 1 ? html`<strong class="corrected">${messages.corrected}</strong>` : null,
    agencies.length > 0 ? html`<bdi class="agency">${agencies.join(' / ')}</bdi>` : null,
    publisher && !agencies.includes(publisher) ? html`<bdi>${publisher}</bdi>` : null,
    place ? html`<bdi>${place}</bdi>` : null,
    article.language === language
      ? null
      : html`<span class="language">${printLanguage(languageTag(article), language)}</span>`,
    article.found === 'translation' ? html`<span class="translated">${messages.across.found}</span>` : null,
    drawCopies(article, context),
  ].filter((part) => part !== null);
  return html`<p class="credits">${joinWith(html` <span aria-hidden="true">·</span> `, parts)}</p>`;
};

/** The number of copies of a result, and who published the first one. */
const drawCopies = ({ copies }: ArticleSummary, { messages, site, language }: PageContext): Markup | null => {
  if (!copies || copies.count < 2) return null;
  const { publisher, agency } = copies.first;
  const source = publisher?.label ?? agency[0]?.label;
  const link = copies.url.replace('/v1/articles', '/');
  const count = site.copies(printNumber(copies.count, language), pluralOf(copies.count, language));
  return html`<a href="${link}" rel="nofollow">${count}</a>${source ? html`, ${messages.copies.first} <bdi>${source}</bdi>` : ''}`;
};

const shownPeople = 4;

const drawPeople = (
  { people }: ArticleSummary,
  context: PageContext,
  narrowed: Narrowed | null,
): Markup | '' =>
  people.length === 0
    ? ''
    : html`<ul class="people" aria-label="${context.messages.peopleNamed}">${people
        .slice(0, shownPeople)
        .map(({ id, label }) => html`<li>${drawPerson(id, label, context, narrowed)}</li>`)}</ul>`;

/** Among the results of a search it filters; elsewhere it leads to the person's page. */
const drawPerson = (id: string, label: string, context: PageContext, narrowed: Narrowed | null): Markup => {
  if (!narrowed?.path)
    return html`<a class="chip" href="${withLanguage(personPath(id), context)}" dir="auto">${label}</a>`;
  if (narrowed.person.includes(id)) return html`<span class="chip" dir="auto">${label}</span>`;
  return html`<a class="chip" href="${narrowed.path}${encodeURIComponent(id.toWellFormed())}" rel="nofollow" dir="auto">${label}</a>`;
};
