import { latestRole, nameOffice } from '../../authorities/people/offices.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import { indexNames } from '../../mappings/names.ts';
import { labelOf } from '../search/authorities.ts';
import type { SuggestAnswer, SuggestedArticle } from '../search/suggest-answer.ts';
import type { ApiServices } from '../services.ts';
import { matchedStretches } from './matched.ts';
import { createMentionCounts } from './mentions.ts';
import { indexPrefixes } from './name-prefixes.ts';

export type Suggester = (typed: string, language: string) => Promise<SuggestAnswer>;

const PER_GROUP = 5;
const CANDIDATES = 200;

/**
 * Suggests people and agencies whose names begin as typed, the most mentioned first, and articles by title. Names
 * are looked up in memory; one small request finds the titles.
 */
export const createSuggester = (services: ApiServices): Suggester => {
  const { agencies, people } = services.authorities;
  const agencyNames = indexPrefixes(
    agencies.all().flatMap(({ id, names }) => [...names.values()].flat().map((form) => ({ id, form }))),
  );
  const mentions = createMentionCounts(services);
  return async (typed, language) => {
    const [counts, articles] = await Promise.all([mentions(), suggestArticles(typed, services)]);
    const pick = (
      found: ReadonlyMap<string, string>,
      weight: ReadonlyMap<string, number>,
      facet: 'person' | 'agency',
    ) =>
      [...found]
        .sort(([a], [b]) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0))
        .slice(0, PER_GROUP)
        .map(([id, form]) => suggested(id, form, labelOf(facet, id, language, services.authorities), typed));
    return {
      q: typed,
      people: pick(people.findByBeginning(typed, CANDIDATES), counts.people, 'person').map((person) => ({
        ...person,
        ...roleOf(person.id, language, services),
        url: `/people/${encodeURIComponent(person.id)}`,
      })),
      agencies: pick(agencyNames.find(typed, CANDIDATES), counts.agencies, 'agency').map((agency) => ({
        ...agency,
        url: `/?agency=${encodeURIComponent(agency.id)}`,
      })),
      articles,
    };
  };
};

/** Namesakes are told apart by it. */
const roleOf = (id: string, language: string, { authorities }: ApiServices): { readonly role?: string } => {
  const person = authorities.people.get(id);
  const role = person && latestRole(person.roles);
  return role ? { role: nameOffice(role.office, role.country ?? person.country, language) } : {};
};

/** The reader's form where it shows what was typed, else the form that was found. */
const suggested = (id: string, form: string, label: string, typed: string) => {
  const inLabel = matchedStretches(label, typed);
  if (inLabel.length > 0 || scriptOf(label) !== scriptOf(form)) return { id, label, match: inLabel };
  return { id, label: form, match: matchedStretches(form, typed) };
};

const scriptOf = (text: string): string => {
  const scripts = ['Latin', 'Cyrillic', 'Arabic', 'Han', 'Hangul', 'Hebrew', 'Greek'];
  return scripts.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(text)) ?? 'other';
};

const suggestArticles = async (
  typed: string,
  { execute, config }: ApiServices,
): Promise<SuggestedArticle[]> => {
  const [answer] = await execute([
    {
      index: indexNames(config.prefix).articles,
      optional: false,
      global: false,
      body: {
        size: PER_GROUP,
        track_total_hits: false,
        query: {
          multi_match: {
            query: typed,
            type: 'bool_prefix',
            operator: 'and',
            fields: ['title.exact', 'title'],
          },
        },
        _source: ['id', 'title', 'date', 'language'],
      },
    },
  ]);
  return (answer?.hits.hits ?? []).flatMap(({ _source }) =>
    _source ? [suggestedArticle(_source, typed)] : [],
  );
};

const suggestedArticle = (
  { id, title, date, language }: Pick<ArticleDocument, 'id' | 'title' | 'date' | 'language'>,
  typed: string,
): SuggestedArticle => ({
  id,
  title,
  match: matchedStretches(title, typed),
  date,
  language,
  url: `/articles/${encodeURIComponent(id)}`,
});
