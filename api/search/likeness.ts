import type { ArticleDocument } from '../../domain/document.ts';
import { InvalidParameters } from '../../domain/errors.ts';
import { firstDayOf } from '../../domain/partial-dates.ts';
import { translateKeyWords } from '../across/key-words.ts';
import { isSmallIn } from '../across/small-words.ts';
import type { ApiServices } from '../services.ts';
import { readDocument } from './article.ts';
import type { Authorities } from './authorities.ts';
import { anyOf, type Clause, within } from './clause.ts';

/** Length of the beginning of the text that is used, because it says what a report is about. UTF-16 units. */
const READ = 4000;
/** How many words are translated. */
const MOST_KEY_WORDS = 12;
const MOST_PEOPLE = 50;
/** Reports of one event appear within days of each other. */
const SAME_DAYS = 7;

/**
 * Articles similar to an article, without its copies: in its own language by words or by two common persons, in others by
 * translated key words with a common person or place, or by two common persons within days.
 *
 * @throws {InvalidParameters} if readers cannot see such an article
 */
export const readLikeness = async (id: string, services: ApiServices): Promise<Clause> => {
  const document = await readDocument(id, services);
  if (!document) throw new InvalidParameters([{ parameter: 'like', detail: 'is not an article here' }]);
  return likenessOf(document, services.authorities);
};

/** Pure, except for the authorities. */
const likenessOf = (document: ArticleDocument, authorities: Authorities): Clause => {
  const { title, body, people, agency, dateline, date, story, language } = document;
  const named = people.filter((id) => !authorities.people.isDelisted(id)).slice(0, MOST_PEOPLE);
  const naming = named.map((id): Clause => ({ term: { people: { value: id, boost: weights.person } } }));
  const place = dateline?.place ?? null;
  const placed: readonly Clause[] = place === null ? [] : [{ term: { 'dateline.place': place } }];
  const own = ownLanguage(language, authorities);
  return {
    bool: {
      must: [
        anyOf([
          { bool: { filter: [own], must: [sameWords(`${title}\n${body.slice(0, READ)}`)] } },
          ...(naming.length >= 2
            ? [{ bool: { filter: [own], should: naming, minimum_should_match: 2 } }]
            : []),
          ...elsewhere(document, naming, placed, authorities),
        ]),
      ],
      must_not: [{ term: { story } }],
      should: [
        ...naming,
        ...agency.map((value) => ({
          constant_score: { filter: { term: { agency: value } }, boost: weights.agency },
        })),
        ...placed.map((filter) => ({ constant_score: { filter, boost: weights.place } })),
        ...(date === null
          ? []
          : [
              {
                distance_feature: {
                  field: 'date',
                  origin: firstDayOf(date),
                  pivot: '30d',
                  boost: weights.date,
                },
              },
            ]),
      ],
    },
  };
};

/**
 * Only within its language: of a text in another script, an index has only numbers and names of agencies, and a share of
 * these few is one word. Two words are required in any case.
 */
const sameWords = (like: string): Clause => ({
  more_like_this: {
    fields: ['title', 'body'],
    like,
    min_term_freq: 1,
    min_doc_freq: 2,
    max_query_terms: 30,
    minimum_should_match: '1<2 6<30%',
  },
});

/** By the index where it is known: the others then see that they cannot match before they analyze the text. */
const ownLanguage = (language: string, { across }: Authorities): Clause => ({
  term: across ? { _index: across.indexOf(language) } : { language },
});

/**
 * In other languages nothing but meaning is comparable: several translated key words together with a common person, or
 * with the place within a few days; or two common persons within a few days.
 */
const elsewhere = (
  document: ArticleDocument,
  naming: readonly Clause[],
  placed: readonly Clause[],
  authorities: Authorities,
): readonly Clause[] => {
  const { date, language } = document;
  const sameDays = date?.length === 'yyyy-mm-dd'.length ? [near(date)] : [];
  const beside: readonly Clause[] = [
    ...naming,
    ...sameDays.flatMap((day) => placed.map((place): Clause => ({ bool: { filter: [place, day] } }))),
  ];
  const translated = beside.length === 0 ? null : translatedWords(document, authorities);
  const must_not: Clause = { term: { language } };
  return [
    ...(translated ? [{ bool: { must_not, filter: [anyOf([...beside])], must: [translated] } }] : []),
    ...(naming.length < 2
      ? []
      : sameDays.map((day) => ({
          bool: { must_not, filter: [day], should: naming, minimum_should_match: 2 },
        }))),
  ];
};

/** Chosen by reasoning, not measured: no judged pairs of articles were available. */
const weights = { person: 1, agency: 0.3, place: 1, date: 3 } as const;

const near = (date: string): Clause => ({
  range: { date: { gte: `${date}||-${SAME_DAYS}d`, lte: `${date}||+${SAME_DAYS}d` } },
});

/** The words of the title, and the most frequent words of the text, in all languages of the dictionary. */
const translatedWords = (document: ArticleDocument, { across }: Authorities): Clause | null => {
  if (!across) return null;
  const translated = translateKeyWords(keyWordsOf(document), document.language, across);
  const enough = translated.filter(({ words }) => words.length >= FEWEST_TRANSLATED);
  return enough.length === 0
    ? null
    : anyOf(enough.map(({ index, words }) => within(index, severalOf(words))));
};

/** A third of the key words, and never fewer than this. */
const FEWEST_TRANSLATED = 2;

const severalOf = (words: readonly Clause[]): Clause => ({
  bool: {
    should: [...words],
    minimum_should_match: Math.max(FEWEST_TRANSLATED, Math.ceil(words.length / 3)),
  },
});

const keyWordsOf = ({ title, body, language }: ArticleDocument): readonly string[] => {
  const isSmall = isSmallIn(language);
  const wordsIn = (text: string): readonly string[] =>
    (text.toLowerCase().match(/\p{L}[\p{L}\p{M}]{2,39}/gu) ?? []).filter((word) => !isSmall(word));
  const counts = new Map<string, number>();
  for (const word of wordsIn(body.slice(0, READ))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= 3).sort((one, other) => other[1] - one[1]);
  return [...new Set([...wordsIn(title), ...frequent.map(([word]) => word)])].slice(0, MOST_KEY_WORDS);
};
