import { facetWords } from '../../facets/words.ts';
import type { Difference } from '../../versions/difference.ts';
import type { Versions } from '../../versions/versions.ts';
import { html, type Markup } from '../markup.ts';
import { drawPage, type PageContext, printDay, withLanguage } from '../page.ts';
import { drawChangedText } from './changed-text.ts';

/** Every version of an article, and the differences between two of them. */
export const drawVersionsPage = (versions: Versions, context: PageContext): Markup => {
  const { messages } = context;
  const article = `/articles/${encodeURIComponent(versions.id)}`;
  return drawPage(
    {
      title: `${messages.versions} – Dateline`,
      indexed: false,
      canonical: `${context.origin}${article}`,
      main: html`<header class="person-head">
<h1>${messages.versions}</h1>
<p><a href="${withLanguage(article, context)}">${messages.textOf}</a></p>
</header>
<div class="columns">
<div class="text">${versions.difference ? drawDifference(versions.difference, context) : html`<p>${messages.nothing}</p>`}</div>
<aside class="about"><section>
<h2>${messages.versions}</h2>
<ol class="named" reversed>${versions.versions.map((version) => drawVersion(version, article, context))}</ol>
<p><a href="/v1${article}/versions" rel="nofollow">${messages.asApi}</a></p>
</section></aside>
</div>`,
    },
    context,
  );
};

const drawVersion = (
  { revision, since, deleted }: Versions['versions'][number],
  article: string,
  context: PageContext,
): Markup => {
  const { messages, locale } = context;
  const name = html`${messages.version} ${revision}`;
  const shown =
    deleted || revision === 1
      ? name
      : html`<a href="${withLanguage(`${article}/versions?to=${revision}`, context)}" rel="nofollow">${name}</a>`;
  return html`<li>${shown} <time class="count" datetime="${since}">${printDay(since.slice(0, 10), locale)} ${since.slice(11, 16)} UTC</time>${deleted ? html` <span class="role">${messages.gone}</span>` : ''}</li>`;
};

const drawDifference = ({ from, to, fields, paragraphs }: Difference, context: PageContext): Markup => {
  const { messages } = context;
  return html`<h2>${messages.version} ${from} → ${to}</h2>
${
  fields.length > 0
    ? html`<dl class="changes">${fields.map(
        ({ field, before, after }) =>
          html`<dt>${fieldName(field, context)}</dt><dd dir="auto">${before === null ? '' : html`<del>${before}</del>`} ${after === null ? '' : html`<ins>${after}</ins>`}</dd>`,
      )}</dl>`
    : ''
}
${drawChangedText(paragraphs)}`;
};

const fieldName = (field: string, { messages, language }: PageContext): string => {
  const names: Readonly<Record<string, string>> = {
    title: messages.title,
    date: messages.dates,
    agency: messages.agency,
    publisher: messages.publisher,
    place: messages.place,
    people: facetWords('person', language).title,
    language: facetWords('lang', language).title,
    url: messages.original,
  };
  return names[field] ?? field;
};
