import { scriptOf } from '../../languages/scripts.ts';
import { indexNames } from '../../mappings/names.ts';
import { facetWords } from '../facets/words.ts';
import { interfaceIn } from '../messages/index.ts';
import type { Filters } from '../params/search.ts';
import { labelOf, roleOf } from '../search/authorities.ts';
import { namesDelisted } from '../search/delisted-names.ts';
import { AnswerTooLong, type SearchBody } from '../search/execute.ts';
import { readFilters } from '../search/filters.ts';
import { MOST_WORDS_BYTES } from '../search/highlighted-words.ts';
import { whereOf } from '../search/plan.ts';
import type { SuggestAnswer, SuggestedArticle, SuggestedCompletion } from '../search/suggest-answer.ts';
import type { ApiServices } from '../services.ts';
import { askForWords, readCompletions } from './completions.ts';
import { matchedStretches } from './matched.ts';
import { createMentionCounts } from './mentions.ts';
import { indexPrefixes } from './name-prefixes.ts';
import { askForTitles, readTitles } from './titles.ts';

/** Titles and words come from articles under the filters; names from all. */
export type Suggester = (typed: string, filters: Filters, language: string) => Promise<SuggestAnswer>;

const PER_GROUP = 5;
const MOST_COMPLETIONS = 3;
const CANDIDATES = 200;

/**
 * Suggests persons and agencies whose names begin with the typed text, the most mentioned first, and articles by title.
 * Names are looked up in memory; one small request finds titles, and completions of the last word.
 */
export const createSuggester = (services: ApiServices): Suggester => {
  const { agencies, people } = services.authorities;
  const preparedAgencies = indexPrefixes(
    agencies.all().flatMap(({ id, names }) => [...names.values()].flat().map((form) => ({ id, form }))),
  );
  const mentions = createMentionCounts(services);
  return async (typed, filters, language) => {
    const [agencyNames, counts, fromArticles] = await Promise.all([
      preparedAgencies,
      mentions(),
      suggestFromArticles(typed, filters, services),
    ]);
    const pick = (
      found: Iterable<readonly [string, string]>,
      weight: ReadonlyMap<string, number>,
      facet: 'person' | 'agency',
    ) =>
      [...found]
        .sort(([a], [b]) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0))
        .slice(0, PER_GROUP)
        .map(([id, form]) => suggested(id, form, labelOf(facet, id, language, services.authorities), typed));
    // The sort is stable: of equal ones, recorded persons come first.
    const found = new Map(people.findByBeginning(typed, CANDIDATES));
    for (const [id, form] of counts.named.find(typed, CANDIDATES))
      if (!found.has(id) && !people.isDelisted(id)) found.set(id, form);
    const likeliest = [...found.keys()]
      .sort((a, b) => (counts.people.get(b) ?? 0) - (counts.people.get(a) ?? 0))
      .slice(0, PER_GROUP);
    await services.authorities.printed?.learn(likeliest);
    return {
      q: typed,
      people: pick(found, counts.people, 'person').map((person) => ({
        ...person,
        ...roleOf(person.id, language, services.authorities),
        url: `/people/${encodeURIComponent(person.id.toWellFormed())}`,
      })),
      agencies: pick(agencyNames.find(typed, CANDIDATES), counts.agencies, 'agency').map((agency) => ({
        ...agency,
        url: `/?agency=${encodeURIComponent(agency.id)}`,
      })),
      ...fromArticles,
      words: wordsIn(language),
    };
  };
};

/** Sent so that the box need not contain them in every language. */
const wordsIn = (language: string): SuggestAnswer['words'] => {
  const { page, box } = interfaceIn(language);
  return {
    people: facetWords('person', language).title,
    agencies: facetWords('agency', language).title,
    search: page.search,
    articles: box.articles,
    suggestions: box.suggestions,
  };
};

/** The form in the reader's language, or the matched form if it has a similar spelling but shows better what was typed. */
const suggested = (id: string, form: string, label: string, typed: string) => {
  const inLabel = matchedStretches(label, typed);
  const inForm = matchedStretches(form, typed);
  if (inLabel.length > 0 || inForm.length === 0) return { id, label, match: inLabel };
  if (scriptOf(label) !== scriptOf(form)) return { id, label, match: [], found: { form, match: inForm } };
  return { id, label: form, match: inForm };
};

const suggestFromArticles = async (
  typed: string,
  params: Filters,
  { execute, config, authorities }: ApiServices,
): Promise<{ readonly completions: SuggestedCompletion[]; readonly articles: SuggestedArticle[] }> => {
  const { filters } = readFilters(params, authorities);
  const where = whereOf(
    filters.find(({ facet }) => facet === 'lang'),
    indexNames(config.prefix),
  );
  const clauses = filters.map(({ clause }) => clause);
  const words = askForWords(typed, clauses);
  const call = (body: SearchBody) => ({ ...where, global: false, body });
  const forTitles = call(askForTitles(typed, clauses, PER_GROUP));
  const options = { mostBytes: MOST_WORDS_BYTES };
  const [titles, marked] = await execute([forTitles, ...(words ? [call(words)] : [])], options).catch(
    (error: unknown) => {
      if (error instanceof AnswerTooLong) return execute([forTitles], { again: true });
      throw error;
    },
  );
  return {
    completions: readCompletions(marked, typed, MOST_COMPLETIONS)
      .filter((q) => !namesDelisted(q, authorities))
      .map((q) => ({ q, match: matchedStretches(q, typed) })),
    articles: readTitles(titles, typed),
  };
};
