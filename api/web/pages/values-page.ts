import { normalize } from '../../../domain/normalize.ts';
import type { ValueFacetName } from '../../facets/names.ts';
import { facetWords } from '../../facets/words.ts';
import type { FacetOption, SearchResult } from '../../search/result.ts';
import { html, type Markup } from '../markup.ts';
import { drawPage, type Kept, keptBySearch, type PageContext, searchPath } from '../page.ts';
import { drawOption } from './filters.ts';

/** Most values of one page, because each repeats the whole search in its link. */
const mostShown = 200;

/** Every value of one facet of a search, with a field to search them. */
export const drawValuesPage = (
  name: ValueFacetName,
  { facets, description }: Pick<SearchResult, 'facets' | 'description'>,
  { find, kept }: { readonly find: string; readonly kept: Kept },
  context: PageContext,
): Markup => {
  const { messages, site, language } = context;
  const { title } = facetWords(name, language);
  const all = facets[name]?.options ?? [];
  const found = find === '' ? all : all.filter(({ label }) => holds(label, find));
  return drawPage(
    {
      title: `${title} – Dateline`,
      indexed: false,
      q: context.query.get('q') ?? '',
      kept: keptBySearch(new URLSearchParams(kept.map(([key, value]): [string, string] => [key, value]))),
      main: html`<h1>${title}</h1>
<p><a href="${searchPath(kept)}" rel="nofollow">← ${description}</a></p>
<form class="find" action="${context.path}" method="get" role="search" aria-label="${site.findInList}">
${kept.map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`)}
<label>${site.findInList} <input name="find" value="${find}" dir="auto" maxlength="100" autocomplete="off"></label>
<button class="plain">${messages.search}</button>
</form>
<div class="filters">${drawValues(found, context)}</div>`,
    },
    context,
  );
};

const drawValues = (found: readonly FacetOption[], { messages, language }: PageContext): Markup =>
  found.length === 0
    ? html`<p>${messages.nothing}</p>`
    : html`<ul class="values">${found.slice(0, mostShown).map((option) => html`<li>${drawOption(option, language)}</li>`)}</ul>${found.length > mostShown ? html`<p>…</p>` : ''}`;

/** Ignores case and accents. */
const holds = (label: string, find: string): boolean => plain(label).includes(plain(find));

const plain = (text: string): string => normalize(text, 'NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
