import { linkTo } from '../../domain/public-address.ts';
import type { ArticleSummary, Facet, SearchResult } from '../search/result.ts';

/** An answer as material that is used elsewhere: links to this service are absolute, if its public address is known. */
export const withAbsoluteLinks = (result: SearchResult, origin: string): SearchResult => {
  if (origin === '') return result;
  const absolute = (path: string): string => linkTo(path, origin);
  const withUrl = withAbsoluteUrl(origin);
  const withOff = <T extends { readonly off: string }>(one: T): T => ({ ...one, off: absolute(one.off) });
  return {
    ...result,
    results: result.results.map((article) => withAbsoluteCopies(article, origin)),
    ...(result.bestBets
      ? { bestBets: result.bestBets.map((article) => withAbsoluteCopies(article, origin)) }
      : {}),
    facets: Object.fromEntries(
      Object.entries(result.facets).map(([name, facet]) => [name, withAbsoluteOptions(facet, origin)]),
    ),
    choices: result.choices.map((choice) => ({ ...choice, options: choice.options.map(withUrl) })),
    expansions: result.expansions.map(withOff),
    ...(result.translations
      ? { translations: result.translations.map((one) => ({ ...one, terms: one.terms.map(withOff) })) }
      : {}),
    suggestion: result.suggestion && withUrl(result.suggestion),
    links: Object.fromEntries(Object.entries(result.links).map(([name, link]) => [name, absolute(link)])),
  };
};

/** For what is found under its `url` here: persons, agencies, revisions, values of facets. */
export const withAbsoluteUrl =
  (origin: string) =>
  <T extends { readonly url: string }>(one: T): T => ({ ...one, url: linkTo(one.url, origin) });

/** Its page here; `url` is where it was published. */
export const withAbsolutePage = <T extends { readonly page: string }>(article: T, origin: string): T => ({
  ...article,
  page: linkTo(article.page, origin),
});

/** With the list of its copies. */
export const withAbsoluteCopies = (article: ArticleSummary, origin: string): ArticleSummary => ({
  ...withAbsolutePage(article, origin),
  ...(article.copies ? { copies: withAbsoluteUrl(origin)(article.copies) } : {}),
});

export const withAbsoluteOptions = (facet: Facet, origin: string): Facet => ({
  ...facet,
  options: facet.options.map(withAbsoluteUrl(origin)),
});
