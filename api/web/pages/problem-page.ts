import {
  AccessDenied,
  InvalidParameters,
  InvalidQuery,
  NotFound,
  SearchUnavailable,
  StoreUnavailable,
  TooMany,
} from '../../../domain/errors.ts';
import { sayExpectation } from '../../../domain/expectation.ts';
import { interfaceIn } from '../../messages/index.ts';
import type { PageMessages } from '../../messages/page-messages.ts';
import { statusOf } from '../../problem.ts';
import { html, type Markup } from '../markup.ts';
import {
  drawPage,
  keptBySearch,
  type PageContext,
  pluralOf,
  printDay,
  printNumber,
  searchPath,
  withLanguage,
} from '../page.ts';
import { readWrittenDate } from '../written-dates.ts';
import { drawDates } from './dates.ts';

/** An error explained to the reader; null leaves it to the service's own answer, which names keys and their scopes. */
export const drawProblem = (
  error: unknown,
  context: PageContext,
  count: number | null = null,
): { readonly status: number; readonly retryAfter?: number; readonly page: Markup } | null => {
  if (error instanceof AccessDenied) return null;
  const status = statusOf(error);
  if (error instanceof InvalidQuery)
    return { status, page: frame(drawQueryFault(error, context, count), context) };
  if (error instanceof InvalidParameters) return { status, page: drawParameterFaults(error, context) };
  const { messages, site } = context;
  if (error instanceof TooMany)
    return { ...waiting(error), status, page: plainPage(site.tooMany, messages.unavailableHelp, context) };
  if (status >= 500)
    return {
      ...waiting(error),
      status,
      page: plainPage(messages.unavailable, messages.unavailableHelp, context),
    };
  if (error instanceof NotFound && error.gone) return { status, page: plainPage(messages.gone, '', context) };
  return { status, page: plainPage(messages.missing, messages.missingHelp, context) };
};

const waiting = (error: unknown): { readonly retryAfter?: number } =>
  error instanceof SearchUnavailable || error instanceof StoreUnavailable || error instanceof TooMany
    ? { retryAfter: error.retryAfter }
    : {};

/** Shown by the service worker instead of the requested page, with a field to search again. */
export const drawOffline = (context: PageContext): Markup => {
  const { offline, offlineHelp } = context.site;
  return plainPage(offline, offlineHelp, context);
};

/** Keeps the search, so that it can be corrected; invalid parameters are left out. */
const frame = (main: Markup, context: PageContext, unusable: readonly string[] = []): Markup =>
  drawPage(
    {
      title: 'Dateline',
      indexed: false,
      q: context.query.get('q') ?? '',
      kept: keptBySearch(context.query).filter(([name]) => !unusable.includes(name)),
      main,
    },
    context,
  );

const plainPage = (title: string, help: string, context: PageContext): Markup =>
  frame(drawPlain(title, help, context), context);

const drawPlain = (title: string, help: string, context: PageContext): Markup =>
  html`<div class="problem" role="alert"><h1>${title}</h1>${help ? html`<p>${help}</p>` : ''}
<p><a href="${withLanguage('/', context)}">${context.messages.search}</a> · <a href="${withLanguage('/sources', context)}">${context.site.sources}</a></p></div>`;

/** The query with the invalid position marked. */
const drawQueryFault = (
  { position, found, wanted, proposal }: InvalidQuery,
  { messages, query, language }: PageContext,
  count: number | null,
): Markup => {
  const q = query.get('q') ?? '';
  const end = position + Math.max(found.length, 0);
  const again = new URLSearchParams(query);
  if (proposal) again.set('q', proposal);
  return html`<div class="problem" role="alert">
<h1>${messages.cannotRead}</h1>
<p class="faulty" dir="auto"><code>${q.slice(0, position)}<mark>${q.slice(position, end) || '▵'}</mark>${q.slice(end)}</code></p>
<dl>${found ? html`<dt>${messages.foundThere}</dt><dd><code>${found}</code></dd>` : ''}<dt>${messages.expected}</dt><dd>${sayExpectation(wanted, interfaceIn(language).expected)}</dd></dl>
${proposal ? html`<p>${messages.tryInstead}: <a href="/?${again.toString()}" rel="nofollow"><code dir="auto">${proposal}</code></a>${count === null ? '' : html` <span class="count">${counted(count, language)}</span>`}</p>` : ''}
</div>`;
};

const counted = (count: number, language: string): string =>
  interfaceIn(language).search.articles(printNumber(count, language), pluralOf(count, language));

/** Readers type dates, and see them again in the form; other parameters come only from URLs. */
const drawParameterFaults = ({ problems }: InvalidParameters, context: PageContext): Markup => {
  const { messages, query } = context;
  const dates = problems.flatMap(({ parameter }) => {
    const label = dateFields(messages)[parameter];
    return label ? [{ name: parameter, label, written: query.get(parameter) ?? '' }] : [];
  });
  const others = problems.filter(({ parameter }) => !dateFields(messages)[parameter]);
  const unusable = others.map(({ parameter }) => parameter);
  const usable = [...query].filter(([name]) => !unusable.includes(name));
  const main = html`<div class="problem" role="alert"><h1>${messages.cannotRead}</h1>
${dates.map(({ name, label, written }) => html`<p>${label}: <code class="wrong" dir="auto">${written}</code></p>${drawReadings(name, written, usable, context)}`)}
${dates.length > 0 ? html`<p>${messages.expected}: ${dates.length > 1 ? messages.dateOrder : messages.dateForm}</p>${drawDates(usable, context)}` : ''}
${others.length > 0 ? html`<ul lang="en">${others.map(({ parameter, detail }) => html`<li><code>${parameter}</code> ${detail}</li>`)}</ul>` : ''}</div>`;
  return frame(
    main,
    context,
    problems.map(({ parameter }) => parameter),
  );
};

/** `03/04/2024` is a day in March to some and in April to others. */
const drawReadings = (
  name: string,
  written: string,
  usable: readonly (readonly [string, string])[],
  { site, locale }: PageContext,
): Markup | '' => {
  const read = readWrittenDate(written);
  if (read.kind === 'read' || read.days.length === 0) return '';
  const others = usable.filter(([each]) => each !== name);
  return html`<p>${site.whichDate}</p><ul class="inline">${read.days.map((day) => html`<li><a href="${searchPath([...others, [name, day]])}" rel="nofollow">${printDay(day, locale)}</a></li>`)}</ul>`;
};

const dateFields = ({ from, to }: PageMessages): Readonly<Record<string, string>> => ({
  'from-date': from,
  'to-date': to,
});
