import { costOf, fixedCosts } from '../access/cost.ts';

/** The searches behind a page, besides what its address asks for; a page costs as much as they do in the API. */
type Asked = Readonly<Record<string, readonly string[]>>;

/** What resembles an article. */
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

/** What the results page counts where its address names no facets. */
export const pageFacets = ['agency', 'lang', 'person', 'place', 'publisher', 'date'] as const;

/** A page of one facet lists so many values, to be found among. */
export const mostValues = 1000;

export const costOfValuesPage = (query: URLSearchParams): number =>
  costOf(new URLSearchParams([...query, ['facets', 'agency'], ['facet-limit', String(mostValues)]]));

/** Beside the results, a page offers what translations of the words would find. */
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
