import { languages } from '../../languages/index.ts';
import { interfaceIn, interfaceLanguages, localeOf, readerLanguage } from '../messages/index.ts';
import type { PageMessages } from '../messages/page-messages.ts';
import { languageName } from '../search/authorities.ts';
import type { WebAssets } from './assets.ts';
import { html, type Markup, type Printable, trusted } from './markup.ts';

/** What every page knows about the one who reads it. */
export interface PageContext {
  readonly language: string;
  readonly messages: PageMessages;
  readonly assets: WebAssets;
  /** `https://search.example`, without a slash at the end; empty if links are relative. */
  readonly origin: string;
  /** Of this page. */
  readonly path: string;
  /** The parameters of this page, as they were written. */
  readonly query: URLSearchParams;
}

/** Of a text in any language. */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  languages.find(({ code }) => language.split('-')[0] === code)?.direction ?? 'ltr';

export const contextOf = (
  request: { readonly given: string | undefined; readonly accepted: string | undefined },
  page: Pick<PageContext, 'assets' | 'origin' | 'path' | 'query'>,
): PageContext => {
  const language = readerLanguage(request.given, request.accepted);
  return { ...page, language, messages: interfaceIn(language).page };
};

export interface PageParts {
  readonly title: string;
  readonly main: Markup;
  /** Query pages are a maze to crawlers; articles and people are not. */
  readonly indexed: boolean;
  /** Absolute. */
  readonly canonical?: string;
  readonly feeds?: Readonly<Record<string, string>>;
  readonly q?: string;
  /** Filters that a new search keeps. */
  readonly kept?: readonly (readonly [string, string])[];
  readonly description?: string;
}

/** The frame of every page: one request until it is painted, no inline script. */
export const drawPage = (parts: PageParts, context: PageContext): Markup => {
  const { language, messages, assets } = context;
  return html`<html lang="${language}" dir="${interfaceIn(language).direction}">
<head>
<meta charset="utf-8">
<title>${parts.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${parts.description ? html`<meta name="description" content="${parts.description}">` : ''}
${parts.indexed ? '' : html`<meta name="robots" content="noindex">`}
${parts.canonical ? html`<link rel="canonical" href="${parts.canonical}">` : ''}
${Object.entries(parts.feeds ?? {}).map(([type, url]) => html`<link rel="alternate" type="${type}" href="${url}">`)}
<link rel="icon" href="data:,">
<style>${trusted(assets.style)}</style>
<script type="module" src="${assets.box.path}" integrity="${assets.box.integrity}"></script>
<script type="module" src="${assets.script.path}" integrity="${assets.script.integrity}"></script>
</head>
<body>
<a class="skip" href="#main">${messages.skip}</a>
<header class="masthead">
<div class="frame">
<a class="name" href="${withLanguage('/', context)}" lang="en">Dateline</a>
${drawSearch(parts, context)}
</div>
</header>
<main id="main" class="frame" tabindex="-1">${parts.main}</main>
${drawFooter(context)}
</body>
</html>`;
};

const drawSearch = ({ q = '', kept = [] }: PageParts, { messages }: PageContext): Markup =>
  html`<dateline-search src="/" label="${messages.search}">
<form class="search" action="/" method="get" role="search">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input class="query" name="q" value="${q}" dir="auto" aria-label="${messages.search}" placeholder="${messages.placeholder}" maxlength="2000" autocomplete="off">
<button>${messages.search}</button>
</form>
</dateline-search>`;

const drawFooter = (context: PageContext): Markup => html`<footer class="frame">
<nav aria-label="${context.messages.interfaceLanguage}">
<ul class="languages">${interfaceLanguages.map(({ code, name }) => {
  const query = new URLSearchParams(context.query);
  query.set('ui-lang', code);
  const current = code === context.language;
  return html`<li><a rel="nofollow" lang="${code}" hreflang="${code}" href="${context.path}?${query.toString()}"${current ? html` aria-current="true"` : ''}>${name}</a></li>`;
})}</ul>
</nav>
<p><a href="/docs">API</a> · <a href="${withLanguage('/demo', context)}">${context.messages.demo}</a></p>
</footer>`;

/** Keeps the language that the reader chose by hand; what Accept-Language says needs no keeping. */
export const withLanguage = (url: string, { query }: Pick<PageContext, 'query'>): string => {
  const chosen = query.get('ui-lang');
  if (!chosen || /[?&]ui-lang=/.test(url)) return url;
  return `${url}${url.includes('?') ? '&' : '?'}ui-lang=${encodeURIComponent(chosen)}`;
};

export const joinWith = (separator: string, parts: readonly Printable[]): readonly Printable[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** A local day in the reader's language; anything but a whole day is printed unchanged. */
export const printDay = (day: string | null, language: string): string => {
  if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) return day ?? '';
  const format =
    dayFormats.get(language) ??
    new Intl.DateTimeFormat(localeOf(language), {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
  dayFormats.set(language, format);
  const date = new Date(day);
  return Number.isNaN(date.getTime()) ? day : format.format(date);
};

const numberFormats = new Map<string, Intl.NumberFormat>();

export const printNumber = (value: number, language: string): string => {
  const format = numberFormats.get(language) ?? new Intl.NumberFormat(localeOf(language));
  numberFormats.set(language, format);
  return format.format(value);
};

const languageNames = new Map<string, string>();

/** A language's name; kept, since making one costs more than the rest of a result. */
export const printLanguage = (tag: string, language: string): string => {
  const key = `${tag} ${language}`;
  const name = languageNames.get(key) ?? languageName(tag, language);
  // Tags come from records and articles, which are many and not all ours.
  if (languageNames.size < 5000) languageNames.set(key, name);
  return name;
};

export const personPath = (id: string): string => `/people/${encodeURIComponent(id.toWellFormed())}`;

/** Parameters as they go into a link of the results page. */
export const searchPath = (kept: readonly (readonly [string, string])[]): string => {
  const text = new URLSearchParams(kept.map(([name, value]): [string, string] => [name, value])).toString();
  return text ? `/?${text}` : '/';
};

/** What another query keeps of a search; the matching mode belongs to its own query. */
export const keptBySearch = (query: URLSearchParams): readonly (readonly [string, string])[] =>
  [...query].filter(([name]) => !['q', 'match', 'page'].includes(name));
