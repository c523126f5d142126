import { z } from 'zod';
import { InvalidParameters } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import type { SearchParams } from '../params/search.ts';
import type { ApiServices } from '../services.ts';
import { bestBetsOf, planBestBets, renderBestBets } from './best-bets.ts';
import { type ChoiceCounts, planChoices, readChoiceCounts } from './choices.ts';
import { countCopies } from './copies.ts';
import { proposeCorrection } from './correction.ts';
import { readFacets, totalOf } from './count-facets.ts';
import { describeSearch } from './describe.ts';
import { type Answer, AnswerTooLong, type SearchCall } from './execute.ts';
import { MOST_PEOPLE } from './hit.ts';
import { readLikeness } from './likeness.ts';
import { LAST_RESULT, pageLinks } from './page-links.ts';
import { type ContextOf, planSearch, type SearchPlan } from './plan.ts';
import { type Listed, MOST_PAGE_BYTES, readListed } from './read-listed.ts';
import { renderChoices, renderExpansions } from './render-choices.ts';
import { renderResults } from './render-results.ts';
import type { Facet, Reader, SearchResult } from './result.ts';
import { sayTranslations } from './translations.ts';
import { type Understanding, understand } from './understand.ts';

/**
 * Runs a search.
 *
 * @throws {InvalidQuery} with position and proposal
 * @throws {InvalidParameters} past the 10,000th result
 * @throws {SearchUnavailable} if Elasticsearch does not answer completely
 */
export const search = async (
  params: SearchParams,
  reader: Reader,
  services: ApiServices,
): Promise<SearchResult> => {
  checkWindow(params);
  const started = performance.now();
  await services.authorities.archive?.upToDate();
  const likeness = params.like === undefined ? null : await readLikeness(params.like, services);
  const understood = understand(params, services.authorities, { ...reader, likeness });
  const contextOf = contexts(understood, reader, services);
  const names = indexNames(services.config.prefix);
  const plan = planSearch(understood, names, contextOf);
  const bestBets = bestBetsOf(params, services.authorities);
  const choices = planChoices(understood, names);
  const isWhole = params.context > 0 || (params.fields?.includes('body') ?? false);
  const { answer: answers, lacksNames } = await readAnswers(
    [...plan.calls, ...choices, ...planBestBets(bestBets, understood, names)],
    isWhole,
    services,
  );
  await services.authorities.printed?.learn(peopleIn(answers));
  const facets = await readFacets(plan, answers, understood, contextOf, services);
  const counts = readChoiceCounts(understood, answers.slice(plan.calls.length));
  const shown = await renderResults(understood, answers[0]?.hits.hits ?? [], reader, services);
  const result = render(
    understood,
    { answer: answers[0], results: shown, facets, counts, lacksNames },
    reader,
    services,
  );
  const results = params.collapse ? await withCopies(result.results, reader, services) : result.results;
  const shownFirst = await renderBestBets(
    bestBets,
    understood,
    answers[plan.calls.length + choices.length],
    reader,
    services,
  );
  const isCorrectable = result.total.count === 0 && likeness === null;
  const suggestion = isCorrectable ? await proposeCorrection(params, reader, services) : null;
  return { ...result, ...shownFirst, results, suggestion, took: Math.round(performance.now() - started) };
};

/**
 * @param isWhole  whether whole texts are asked for
 * @throws {InvalidParameters} if the page is too long
 */
const readAnswers = async (
  calls: readonly SearchCall[],
  isWhole: boolean,
  { execute }: ApiServices,
): Promise<Listed<readonly Answer[]>> => {
  try {
    return isWhole
      ? { answer: await execute(calls, { mostBytes: MOST_PAGE_BYTES }), lacksNames: false }
      : await readListed(calls, execute);
  } catch (error) {
    if (!(error instanceof AnswerTooLong)) throw error;
    const detail = `this page is longer than ${MOST_PAGE_BYTES / 1e6} MB: request fewer results at a time`;
    throw new InvalidParameters([{ parameter: 'page-size', detail }]);
  }
};

const personBuckets = z
  .object({ values: z.object({ buckets: z.array(z.object({ key: z.string() })) }) })
  .transform(({ values }) => values.buckets.map(({ key }) => key))
  .catch([]);

/** Persons in results and facets. */
const peopleIn = (answers: readonly Answer[]): readonly string[] =>
  answers.flatMap((answer) => [
    ...(answer?.hits.hits ?? []).flatMap(({ _source }) => _source?.people.slice(0, MOST_PEOPLE) ?? []),
    ...['person', 'author'].flatMap((facet) => {
      const counted: Readonly<Record<string, unknown>> = answer?.aggregations ?? {};
      return [...personBuckets.parse(counted[facet]), ...personBuckets.parse(counted)];
    }),
  ]);

const withCopies = async (
  results: SearchResult['results'],
  reader: Reader,
  services: ApiServices,
): Promise<SearchResult['results']> => {
  const copies = await countCopies([...new Set(results.map(({ story }) => story))], reader, services);
  return results.map((article) => {
    const own = copies.get(article.story);
    return own ? { ...article, copies: own } : article;
  });
};

/** The requests of a search, for benchmarks. */
export const planOf = (
  understood: Understanding,
  reader: Reader,
  { prefix, authorities }: { readonly prefix: string } & Pick<ApiServices, 'authorities'>,
): SearchPlan => planSearch(understood, indexNames(prefix), contexts(understood, reader, { authorities }));

const checkWindow = (params: SearchParams): void => {
  if (params.page * params['page-size'] > LAST_RESULT)
    throw new InvalidParameters([
      {
        parameter: 'page',
        detail: `goes beyond result ${LAST_RESULT}: use cursor=*, or get everything from /v1/export`,
      },
    ]);
};

const contexts =
  (understood: Understanding, reader: Reader, { authorities }: Pick<ApiServices, 'authorities'>): ContextOf =>
  (name) => ({
    params: understood.params,
    own: understood.filters.find(({ facet }) => facet === name) ?? null,
    links: understood.links,
    reader,
    authorities,
  });

interface Answered {
  readonly answer: Answer | undefined;
  readonly results: SearchResult['results'];
  readonly facets: Record<string, Facet>;
  readonly counts: ChoiceCounts;
  readonly lacksNames: boolean;
}

const render = (
  understood: Understanding,
  { answer, results, facets, counts, lacksNames }: Answered,
  reader: Reader,
  { authorities }: ApiServices,
): Omit<SearchResult, 'took'> => {
  const { params, query } = understood;
  const found = countFound(answer, params);
  const total = found.count;
  return {
    total: found,
    description: describeSearch(understood, query, total, reader, authorities),
    results,
    facets,
    choices: renderChoices(understood, counts, reader, authorities),
    expansions: renderExpansions(understood, reader, authorities),
    ...sayTranslations(understood, reader, { lacksNames }),
    suggestion: null,
    links: pageLinks(understood, total, reader),
  };
};

/** Stories are counted approximately, except on the last page, where all of them have been seen. */
const countFound = (answer: Answer | undefined, params: SearchParams): SearchResult['total'] => {
  const count = totalOf(answer, params.collapse !== undefined);
  if (!params.collapse) return { count, exact: true };
  const { page, 'page-size': size } = params;
  const shown = answer?.hits.hits.length ?? 0;
  const isLast = shown < size && (shown > 0 || page === 1);
  return isLast ? { count: (page - 1) * size + shown, exact: true } : { count, exact: false };
};
