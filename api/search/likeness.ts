import type { ArticleDocument } from '../../domain/document.ts';
import { InvalidParameters } from '../../domain/errors.ts';
import { firstDayOf } from '../../domain/partial-dates.ts';
import { isSmallIn } from '../across/small-words.ts';
import { searchSchema } from '../params/search.ts';
import type { ApiServices } from '../services.ts';
import { readDocument } from './article.ts';
import type { Authorities } from './authorities.ts';
import { anyOf, type Clause } from './clause.ts';
import { understand } from './understand.ts';

/** Length of the beginning of the text that is used, because it says what a report is about. UTF-16 units. */
const READ = 4000;
/** How many words are translated. */
const MOST_KEY_WORDS = 12;
const MOST_PEOPLE = 50;
/** Reports of one event appear within days of each other. */
const SAME_DAYS = 7;

/**
 * Articles similar to an article, without its copies: in its own language by words, in others by a common person
 * together with translated key words, or by two common persons.
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
  const translated = translatedWords(document, authorities);
  const elsewhere: Clause = { bool: { must_not: [{ term: { language } }] } };
  const place = dateline?.place ?? null;
  const kinds: Clause[] = [
    {
      more_like_this: {
        fields: ['title', 'body'],
        like: `${title}\n${body.slice(0, READ)}`,
        min_term_freq: 1,
        min_doc_freq: 2,
        max_query_terms: 30,
        minimum_should_match: '30%',
      },
    },
    ...(naming.length >= 2 ? [{ bool: { should: naming, minimum_should_match: 2 } }] : []),
    ...(translated && naming.length > 0
      ? [{ bool: { filter: [elsewhere, anyOf(naming)], must: [translated] } }]
      : []),
    ...(translated && place !== null && date?.length === 'yyyy-mm-dd'.length
      ? [
          {
            bool: {
              filter: [elsewhere, { term: { 'dateline.place': place } }, near(date)],
              must: [translated],
            },
          },
        ]
      : []),
  ];
  return {
    bool: {
      must: [anyOf(kinds)],
      must_not: [{ term: { story } }],
      should: [
        ...naming,
        ...agency.map((value) => ({
          constant_score: { filter: { term: { agency: value } }, boost: weights.agency },
        })),
        ...(place === null
          ? []
          : [{ constant_score: { filter: { term: { 'dateline.place': place } }, boost: weights.place } }]),
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

/** Chosen by reasoning, not measured: no judged pairs of articles were available. */
const weights = { person: 1, agency: 0.3, place: 1, date: 3 } as const;

const near = (date: string): Clause => ({
  range: { date: { gte: `${date}||-${SAME_DAYS}d`, lte: `${date}||+${SAME_DAYS}d` } },
});

/** The words of the title, and the most frequent words of the text, in all languages of the dictionary. */
const translatedWords = (document: ArticleDocument, authorities: Authorities): Clause | null => {
  const q = keyWordsOf(document).join(' ');
  if (q === '') return null;
  const params = { ...searchSchema.parse({}), q, match: 'any', translate: 'all', expand: 'none' } as const;
  const { across } = understand(params, authorities, { language: document.language });
  if (!across || across.clauses.length === 0) return null;
  return anyOf(across.clauses.map((clause, at) => within(across.indices[at] ?? '', clause)));
};

const within = (index: string, clause: Clause): Clause => ({
  bool: { filter: [{ term: { _index: index } }], must: [clause] },
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
