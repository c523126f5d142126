import type { Difference } from '../../versions/difference.ts';
import type { Versions } from '../../versions/versions.ts';
import { html, type Markup, type Printable } from '../markup.ts';
import { drawPage, type PageContext, printDay, withLanguage } from '../page.ts';

/** Around a change this many paragraphs that stayed are shown; the others say nothing new. */
const around = 1;

/** Every version of an article, and in what two of them differ. */
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
  const { messages, language } = context;
  const name = html`${messages.version} ${revision}`;
  const shown =
    deleted || revision === 1
      ? name
      : html`<a href="${withLanguage(`${article}/versions?to=${revision}`, context)}" rel="nofollow">${name}</a>`;
  return html`<li>${shown} <time class="count" datetime="${since}">${printDay(since.slice(0, 10), language)} ${since.slice(11, 16)} UTC</time>${deleted ? html` <span class="role">${messages.gone}</span>` : ''}</li>`;
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
${drawParagraphs(paragraphs)}`;
};

const fieldName = (field: string, { messages }: PageContext): string => {
  const names: Readonly<Record<string, string>> = {
    title: messages.title,
    date: messages.dates,
    agency: messages.agency,
    publisher: messages.publisher,
    place: messages.place,
    people: messages.people,
    language: messages.languages,
    url: messages.original,
  };
  return names[field] ?? field;
};

const drawParagraphs = (paragraphs: Difference['paragraphs']): readonly Printable[] => {
  const near = paragraphs.map((_, at) =>
    paragraphs.slice(Math.max(0, at - around), at + around + 1).some(({ change }) => change !== 'same'),
  );
  return paragraphs.flatMap(({ change, text }, at): Printable[] => {
    if (!near[at]) return near[at - 1] ? [html`<p class="count">…</p>`] : [];
    if (change === 'same') return [html`<p dir="auto">${text}</p>`];
    return [
      change === 'removed'
        ? html`<p dir="auto"><del>${text}</del></p>`
        : html`<p dir="auto"><ins>${text}</ins></p>`,
    ];
  });
};
