import { z } from 'zod';
import { type ArticleSearch, openArticleSearch } from './retrieval/article-search.ts';
import { cutPlainly, rankPlainly } from './retrieval/bm25.ts';
import { bootstrapInterval } from './retrieval/bootstrap.ts';
import { knownItemRows } from './retrieval/known-items.ts';
import { listSets, readRecords } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

const paragraph = z.object({ id: z.string(), text: z.string(), questions: z.array(z.string()) });
type Paragraph = z.infer<typeof paragraph>;

interface LanguageSet {
  readonly name: string;
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Rank of the right paragraph for each question, from 1; 0 if it is not among the first ten. */
type Places = readonly number[];

/**
 * Questions find their paragraph, all languages indexed together; and titles their article. The query is the API's
 * own, on the product's own indices.
 */
export const retrieval: EvaluationTask = {
  name: 'retrieval',
  summary: 'questions find their paragraph, titles their article, beside plain BM25',
  run: async function* ({ data, log }) {
    const sets = await readSets(data);
    const search = await openArticleSearch();
    try {
      yield* questionRows(sets, search, log);
      yield* knownItemRows(data, search, log);
    } finally {
      await search.close();
    }
  },
};

const readSets = async (data: string): Promise<readonly LanguageSet[]> => {
  const found: LanguageSet[] = [];
  for (const { name, path } of listSets(data, 'retrieval')) {
    const paragraphs: Paragraph[] = [];
    for await (const record of readRecords(path, (value) => paragraph.parse(value))) paragraphs.push(record);
    found.push({ name, language: name.split('.').at(-1) ?? 'und', paragraphs });
  }
  return found;
};

async function* questionRows(
  sets: readonly LanguageSet[],
  search: ArticleSearch,
  log: (line: string) => void,
): AsyncGenerator<Row> {
  await search.index(
    sets.flatMap(({ name, language, paragraphs }) =>
      paragraphs.map(({ id, text }) => ({ id: `${name}/${id}`, language, title: '', body: text })),
    ),
  );
  const pairs: { readonly ours: Places; readonly peer: Places }[] = [];
  for (const set of sets) {
    log(`retrieval: ${set.name}`);
    const ours = await askAll(set, search, set.language);
    const anywhere = await askAll(set, search, null);
    const peer = askPlainly(set);
    pairs.push({ ours, peer });
    yield* figures(set.name, ours, '');
    yield* figures(set.name, anywhere, '-unrestricted');
    yield* figures(set.name, peer, '', 'bm25');
    yield* difference(set.name, [{ ours, peer }]);
  }
  if (pairs.length > 1) yield* meanRows(pairs);
}

const askAll = async (
  { name, paragraphs }: LanguageSet,
  search: ArticleSearch,
  language: string | null,
): Promise<Places> => {
  const asked = paragraphs.flatMap(({ id, questions }) => questions.map((text) => ({ id, text })));
  const answers = await search.ask(
    asked.map(({ text }) => ({ text, match: 'any' as const, language, size: 10 })),
  );
  return asked.map(({ id }, at) => (answers[at]?.indexOf(`${name}/${id}`) ?? -1) + 1);
};

const askPlainly = ({ language, paragraphs }: LanguageSet): Places => {
  const { rank } = rankPlainly(
    paragraphs.map(({ text }) => text),
    cutPlainly(language),
  );
  return paragraphs.flatMap(({ questions }, position) =>
    questions.map((question) => rank(question).slice(0, 10).indexOf(position) + 1),
  );
};

const measures: Readonly<Record<string, (place: number) => number>> = {
  'recall@1': (place) => (place === 1 ? 1 : 0),
  'recall@10': (place) => (place > 0 ? 1 : 0),
  'mrr@10': (place) => (place > 0 ? 1 / place : 0),
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

function* figures(set: string, places: Places, suffix: string, peer?: string): Generator<Row> {
  for (const [metric, measure] of Object.entries(measures)) {
    const value = mean(places.map(measure));
    yield { task: 'retrieval', set, metric: `${metric}${suffix}`, value, ...(peer ? { peer } : {}) };
  }
}

function* difference(
  set: string,
  pairs: readonly { readonly ours: Places; readonly peer: Places }[],
): Generator<Row> {
  const first = measures['recall@1'] ?? (() => 0);
  const gains = pairs.map(({ ours, peer }) => ours.map((place, at) => first(place) - first(peer[at] ?? 0)));
  const { low, high } = bootstrapInterval(gains);
  const value = mean(gains.map(mean));
  yield { task: 'retrieval', set, metric: 'recall@1-gain', value };
  yield { task: 'retrieval', set, metric: 'recall@1-gain-low', value: low };
  yield { task: 'retrieval', set, metric: 'recall@1-gain-high', value: high };
}

/** Every language counts the same, however many questions it has. */
function* meanRows(pairs: readonly { readonly ours: Places; readonly peer: Places }[]): Generator<Row> {
  for (const [metric, measure] of Object.entries(measures)) {
    const of = (places: Places): number => mean(places.map(measure));
    yield { task: 'retrieval', set: 'mean', metric, value: mean(pairs.map(({ ours }) => of(ours))) };
    yield {
      task: 'retrieval',
      set: 'mean',
      metric,
      value: mean(pairs.map(({ peer }) => of(peer))),
      peer: 'bm25',
    };
  }
  yield* difference('mean', pairs);
}
