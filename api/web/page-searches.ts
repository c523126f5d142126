import { costOf, fixedCosts } from '../access/cost.ts';

/** The additional searches of a page; a page costs as much as they do in the API. */
type Asked = Readonly<Record<string, readonly string[]>>;

/** Similar articles. */
export const alikeOf = (id: string): Asked => ({
  like: [id],
  'page-size': ['5'],
  facets: [''],
  highlight: ['false'],
  collapse: ['story'],
});

/** The newest articles that name a person, and when they appeared. */
export const namingOf = (id: string): Asked => ({ person: [id], sort: ['newest'], facets: ['date'] });

/** The newest articles that a person wrote. */
export const writtenBy = (id: string): Asked => ({
  author: [id],
  sort: ['newest'],
  facets: [''],
  'page-size': ['10'],
});

const costOfSearch = (asked: Asked): number => {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(asked)) for (const value of values) query.append(name, value);
  return costOf(query);
};

export const costOfArticlePage = (): number => fixedCosts.copies + costOfSearch(alikeOf('x'));

export const costOfPersonPage = (): number =>
  fixedCosts.person + fixedCosts.network + costOfSearch(namingOf('x')) + costOfSearch(writtenBy('x'));

/** Facets of the results page if its address names none. */
export const pageFacets = ['agency', 'lang', 'person', 'place', 'publisher', 'date'] as const;

/** How many values the page of one facet lists. */
export const mostValues = 1000;

export const costOfValuesPage = (query: URLSearchParams): number =>
  costOf(new URLSearchParams([...query, ['facets', 'agency'], ['facet-limit', String(mostValues)]]));

/** For the offer of results by translation beside the results. */
export const costOfSearchPage = (asked: URLSearchParams): number => {
  const query = new URLSearchParams(asked);
  if (!query.has('facets')) query.set('facets', pageFacets.join(','));
  if (query.has('translate')) return costOf(query);
  const counted = new URLSearchParams(query);
  counted.set('translate', 'all');
  counted.set('facets', 'lang');
  counted.set('page-size', '0');
  return costOf(query) + costOf(counted);
};
