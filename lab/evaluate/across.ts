import { orTranslated, searchAcross } from '../../api/across/index.ts';
import type { Translation } from '../../api/query/translate.ts';
import type { QueryNode, WordNode } from '../../api/query/tree.ts';
import type { Clause } from '../../api/search/filters.ts';
import { buildTextQuery } from '../../api/search/text-query.ts';
import { type Lexicon, loadLexicon } from '../../authorities/words/index.ts';
import { type ParallelSet, readParallelSets } from './across/sets.ts';
import { type ArticleSearch, openArticleSearch } from './retrieval/article-search.ts';
import type { EvaluationTask, Row } from './task.ts';

/** Every pair of these languages is measured, and English with all languages. */
const crossed = ['de', 'es', 'ru', 'zh', 'ar', 'tr'];
/** Languages of the mixed set, without English itself and Thai. */
const parallel = new Set(['de', 'es', 'ru', 'el', 'zh', 'ro', 'tr', 'vi', 'ar', 'hi']);

/** Questions in one language find their paragraph in another: the paragraphs of all sets are parallel by id. */
export const across: EvaluationTask = {
  name: 'across',
  summary: 'questions in one language find their paragraph in another, beside the same without translation',
  run: async function* ({ data, log }) {
    const sets = await readParallelSets(data);
    const search = await openArticleSearch();
    const lexicon = loadLexicon();
    try {
      await search.index(
        sets.flatMap(({ language, paragraphs }) =>
          paragraphs.map(({ id, text }) => ({ id: `${language}/${id}`, language, title: '', body: text })),
        ),
      );
      for (const [from, to] of pairsOf(sets)) {
        log(`across: ${from.language}-${to.language}`);
        yield* pairRows(from, to.language, search, lexicon);
      }
      const english = sets.find(({ language }) => language === 'en');
      if (english) yield* mixedRows(english, sets, search, lexicon);
    } finally {
      await search.close();
    }
  },
};

const pairsOf = (sets: readonly ParallelSet[]): readonly (readonly [ParallelSet, ParallelSet])[] =>
  sets.flatMap((from) =>
    sets
      .filter((to) => to !== from)
      .filter(
        (to) =>
          from.language === 'en' ||
          to.language === 'en' ||
          (crossed.includes(from.language) && crossed.includes(to.language)),
      )
      .map((to) => [from, to] as const),
  );

async function* pairRows(
  from: ParallelSet,
  to: string,
  search: ArticleSearch,
  lexicon: Lexicon,
): AsyncGenerator<Row> {
  const asked = questionsOf(from);
  const set = `${from.language}-${to}`;
  const ways = [
    { peer: undefined, build: (text: string) => translated(text, from.language, [to], lexicon, search) },
    { peer: 'untranslated', build: plainQuery },
  ];
  for (const { peer, build } of ways) {
    const answers = await search.run(
      asked.map(({ text }) => ({ query: build(text), language: to, size: 10 })),
    );
    const places = asked.map(({ id }, at) => (answers[at] ?? []).indexOf(`${to}/${id}`));
    for (const [metric, depth] of [
      ['recall@1', 1],
      ['recall@10', 10],
    ] as const) {
      const value = share(places, (place) => place >= 0 && place < depth);
      yield { task: 'across', set, metric, value, ...(peer ? { peer } : {}) };
    }
  }
}

/** Share of the ten parallel paragraphs among the first ten results, with all languages in one archive. */
async function* mixedRows(
  english: ParallelSet,
  sets: readonly ParallelSet[],
  search: ArticleSearch,
  lexicon: Lexicon,
): AsyncGenerator<Row> {
  const asked = questionsOf(english);
  const targets = sets.map(({ language }) => language).filter((language) => language !== 'en');
  const ways = [
    { peer: undefined, build: (text: string) => translated(text, 'en', targets, lexicon, search) },
    { peer: 'untranslated', build: plainQuery },
  ];
  for (const { peer, build } of ways) {
    const answers = await search.run(
      asked.map(({ text }) => ({ query: build(text), language: null, size: 10 })),
    );
    const found = asked.map(
      ({ id }, at) =>
        (answers[at] ?? []).filter((hit) => parallel.has(hit.split('/')[0] ?? '') && hit.endsWith(`/${id}`))
          .length,
    );
    const own = asked.map(({ id }, at) => (answers[at] ?? []).indexOf(`en/${id}`));
    const named = peer ? { peer } : {};
    const value = found.reduce((sum, count) => sum + count, 0) / Math.max(1, found.length) / parallel.size;
    yield { task: 'across', set: 'mixed', metric: 'parallel@10', value, ...named };
    yield {
      task: 'across',
      set: 'mixed',
      metric: 'own@1',
      value: share(own, (place) => place === 0),
      ...named,
    };
    yield {
      task: 'across',
      set: 'mixed',
      metric: 'own@10',
      value: share(own, (place) => place >= 0),
      ...named,
    };
  }
}

const questionsOf = ({ paragraphs }: ParallelSet) =>
  paragraphs.flatMap(({ id, questions }) => questions.map((text) => ({ id, text })));

const share = (places: readonly number[], counts: (place: number) => boolean): number =>
  places.filter(counts).length / Math.max(1, places.length);

const plainQuery = (text: string): Clause => buildTextQuery(text, { match: 'any' });

/** The API's query: the words or their translations. */
const translated = (
  text: string,
  source: string,
  targets: readonly string[],
  lexicon: Lexicon,
  { names }: ArticleSearch,
): Clause => {
  const found = searchAcross(wordsOf(text), plainReading, {
    source,
    targets,
    lexicon,
    without: [],
    indexOf: names.readingOf,
  });
  return orTranslated(plainQuery(text), found);
};

/** A question is plain words, whatever characters it contains. */
const wordsOf = (text: string): QueryNode => {
  const word: WordNode = { kind: 'word', text, field: null, span: { start: 0, end: text.length } };
  return word;
};

const plainReading: Translation = {
  match: 'any',
  idsOf: () => [],
  personOf: () => null,
  wordsClause: (words, match) => buildTextQuery(words, { match }),
};
