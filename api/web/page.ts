import { languages } from '../../languages/index.ts';
import {
  interfaceIn,
  interfaceLanguages,
  localeOf,
  readerLanguage,
  readerLocale,
} from '../messages/index.ts';
import { languageName } from '../search/authorities.ts';
import { html, type Markup, type Printable, trusted } from './markup.ts';
import { drawMetadata } from './metadata.ts';
import type { Kept, PageContext, PageParts } from './page-parts.ts';

export type { Kept, PageContext };

/** The direction of a text in any language. */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  languages.find(({ code }) => language.split('-')[0] === code)?.direction ?? 'ltr';

export const contextOf = (
  request: { readonly given: string | undefined; readonly accepted: string | undefined },
  page: Pick<PageContext, 'assets' | 'origin' | 'path' | 'query' | 'now' | 'mails'>,
): PageContext => {
  const language = readerLanguage(request.given, request.accepted);
  const { page: messages, site } = interfaceIn(language);
  const locale = readerLocale(request.given, request.accepted);
  return { ...page, language, locale, messages, site };
};

/** The frame of every page: one request until it is painted, no inline script. */
export const drawPage = (parts: PageParts, context: PageContext): Markup => {
  const { language, messages, assets } = context;
  return html`<html lang="${language}" dir="${interfaceIn(language).direction}">
<head>
<meta charset="utf-8">
<title>${parts.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${drawMetadata(parts, context)}
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
<p class="trust-links"><a href="${withLanguage('/about', context)}">${context.site.about}</a> <a href="${withLanguage('/sources', context)}">${context.site.sources}</a> <a href="${withLanguage('/about', context)}#contact">${context.site.contact}</a> <a href="${withLanguage('/about', context)}#imprint">${context.site.imprint}</a> <a href="${withLanguage('/about', context)}#privacy">${context.site.privacy}</a> <a href="/docs">API</a> <a href="${withLanguage('/demo', context)}">${context.messages.demo}</a></p>
</footer>`;

/** Keeps a language that the reader chose; one from Accept-Language need not be kept. */
export const withLanguage = (url: string, { query }: Pick<PageContext, 'query'>): string => {
  const chosen = query.get('ui-lang');
  if (!chosen || /[?&]ui-lang=/.test(url)) return url;
  return `${url}${url.includes('?') ? '&' : '?'}ui-lang=${encodeURIComponent(chosen)}`;
};

export const joinWith = (separator: Printable, parts: readonly Printable[]): readonly Printable[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Of a month or a year only what is known is printed. */
const printAs = (dateStyle: 'long' | 'medium') => (day: string | null, language: string) => {
  if (!day || !/^\d{4}(-\d\d){0,2}$/.test(day)) return day ?? '';
  const key = `${language} ${dateStyle} ${day.length}`;
  const month = dateStyle === 'long' ? 'long' : 'short';
  const options = [{ year: 'numeric' }, { year: 'numeric', month }, { dateStyle }] as const;
  const format =
    dayFormats.get(key) ??
    new Intl.DateTimeFormat(localeOf(language), {
      ...options[day.split('-').length - 1],
      timeZone: 'UTC',
    });
  dayFormats.set(key, format);
  const date = new Date(day);
  return Number.isNaN(date.getTime()) ? day : format.format(date);
};

/** A local day, month or year in the reader's language; anything else is printed unchanged. */
export const printDay = printAs('long');

/** The same in short form. */
export const printShortDay = printAs('medium');

const numberFormats = new Map<string, Intl.NumberFormat>();

export const printNumber = (value: number, language: string): string => {
  const format = numberFormats.get(language) ?? new Intl.NumberFormat(localeOf(language));
  numberFormats.set(language, format);
  return format.format(value);
};

const plurals = new Map<string, Intl.PluralRules>();

/** The plural form for a number. */
export const pluralOf = (count: number, language: string): Intl.LDMLPluralRule => {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  return rules.select(count);
};

const languageNames = new Map<string, string>();

/** A language's name; cached, because creating it costs more than the rest of a result. */
export const printLanguage = (tag: string, language: string): string => {
  const key = `${tag} ${language}`;
  const name = languageNames.get(key) ?? languageName(tag, language);
  // Tags come from records and articles, so they are many and may be invalid.
  if (languageNames.size < 5000) languageNames.set(key, name);
  return name;
};

export const personPath = (id: string): string => `/people/${encodeURIComponent(id.toWellFormed())}`;

/** Parameters for a link of the results page. */
export const searchPath = (kept: Kept): string => {
  const text = new URLSearchParams(kept.map(([name, value]): [string, string] => [name, value])).toString();
  return text ? `/?${text}` : '/';
};

/** Parameters that a changed query keeps; the matching mode belongs to its own query. */
export const keptBySearch = (query: URLSearchParams): Kept =>
  [...query].filter(([name]) => !['q', 'match', 'page'].includes(name));
