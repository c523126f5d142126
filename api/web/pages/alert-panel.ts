import { exampleOrigin } from '../../../domain/public-address.ts';
import { alertFilterNames } from '../../alerts/query-schema.ts';
import { mediaTypeOf } from '../../render/format.ts';
import { feedFormats } from '../../render/index.ts';
import type { SearchResult } from '../../search/result.ts';
import { html, type Markup, type Printable } from '../markup.ts';
import { joinWith, type Kept, type PageContext } from '../page.ts';
import { drawFollowForm } from './follow-form.ts';

/**
 * Ways to be notified of new results of a search: feeds and e-mail, which need no key, and an alert, which needs one.
 * Readers come first: feeds, and e-mail where this installation sends any; then the section for developers. Its form
 * needs scripts and is hidden until they are loaded; the request beside it can be copied without scripts.
 */
export const drawAlertPanel = (
  { description, links }: Pick<SearchResult, 'description' | 'links'>,
  asked: AlertQuery,
  context: PageContext,
): Markup => {
  const { messages, site, origin, language, mails } = context;
  const { alert } = messages;
  const name = nameOf(asked, description);
  return html`<section class="alert" id="follow" popover aria-labelledby="follow-title">
<h2 id="follow-title">${alert.open}</h2>
<p>${alert.feedHelp}</p>
<p class="feeds">${drawFeedLinks(links)}</p>
${mails ? drawFollowForm(keptIn(asked), context) : ''}
<details><summary>${site.developers}</summary>
<p>${alert.webhookHelp}</p>
<form class="save-alert" data-query="${JSON.stringify(asked)}" data-language="${language}" data-failed="${alert.failed}" hidden>
<label>${alert.name}<input name="name" required maxlength="200" dir="auto" value="${name}"></label>
<label>${alert.key}<input name="key" type="password" required autocomplete="off" dir="ltr"></label>
<label>${alert.address}<input name="webhook" type="url" dir="ltr" placeholder="https://"></label>
<button>${alert.save}</button>
<p class="saved" role="status" data-feeds="${alert.saved}" data-secret="${alert.secret}"></p>
</form>
<p>${alert.request}</p>
<pre dir="ltr" tabindex="0"><code>${requestOf(origin, { name, query: asked })}</code></pre>
<p><a href="${links.export ?? ''}" rel="nofollow">${messages.export}</a></p>
</details>
</section>`;
};

/** For the head of a page: the feeds of a search by media type. */
export const feedsOf = ({ links }: Pick<SearchResult, 'links'>): Readonly<Record<string, string>> =>
  Object.fromEntries(feedFormats.map((format) => [mediaTypeOf(format), links[format.name] ?? '']));

/** A link to each feed of a search. */
export const drawFeedLinks = (links: SearchResult['links']): readonly Printable[] =>
  joinWith(
    ' ',
    feedFormats.map(({ name, title }) => html`<a href="${links[name] ?? ''}" rel="nofollow">${title}</a>`),
  );

/** The search parameters that an alert accepts; repeatable ones as lists. */
export type AlertQuery = Readonly<Record<string, string | readonly string[]>>;

export const alertQueryOf = (query: URLSearchParams): AlertQuery =>
  Object.fromEntries(
    alertFilterNames.flatMap((name) => {
      const values = query.getAll(name);
      const [only] = values;
      return only === undefined ? [] : [[name, values.length === 1 ? only : values]];
    }),
  );

const keptIn = (asked: AlertQuery): Kept =>
  Object.entries(asked).flatMap(([name, values]) =>
    [values].flat().map((value): readonly [string, string] => [name, value]),
  );

const MOST_NAME = 200;

const nameOf = ({ q }: AlertQuery, description: string): string =>
  (typeof q === 'string' ? q : description).slice(0, MOST_NAME);

/** For a shell: at an apostrophe the quoted text ends, the apostrophe is escaped, and the text starts again. */
const requestOf = (origin: string, body: object): string =>
  `curl -sS '${exampleOrigin(origin)}/v1/alerts' -H "api-key: $KEY" -H 'content-type: application/json' -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`;
