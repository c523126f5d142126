import { type ByHand, readByHand, readLemmas } from './counts/by-hand.ts';
import { drawTerms } from './counts/terms.ts';
import { textsByLanguage } from './counts/texts.ts';
import { openArticleSearch } from './retrieval/article-search.ts';
import type { EvaluationTask, Row } from './task.ts';

/** Most articles of a language: more would take longer without changing the result. */
const mostFound = 3_000;
/** Allowed difference from the separate count. */
const [least, most] = [0.97, 1.03];

/**
 * How many articles a search without quotes finds (`match=all`), compared with a separate count: texts with every word, or
 * a form of it by the list of lemmas. `false-finds` is the share of found texts without any form.
 */
export const counts: EvaluationTask = {
  name: 'counts',
  summary: 'how many articles a word finds, beside a count by hand over the texts',
  run: async function* ({ data, log }) {
    for (const [language, texts] of await textsByLanguage(data, mostFound)) {
      log(`counts: ${language}, ${texts.length} texts`);
      const search = await openArticleSearch();
      try {
        await search.index(texts);
        const lemmas = await readLemmas(data, language);
        const terms = drawTerms(language, texts, lemmas);
        const hand = readByHand(language, texts, lemmas);
        const answers = await search.ask(
          terms.map((text) => ({ text, match: 'all' as const, language, size: mostFound })),
        );
        yield* rowsOf(
          language,
          terms.map((term, at) => compare(term, answers[at] ?? [], hand(term))),
          log,
        );
      } finally {
        await search.close();
      }
    }
  },
};

interface Compared {
  readonly term: string;
  readonly found: number;
  readonly expected: number;
  readonly wrong: number;
}

/** Texts found only by a compound are neither counted nor wrong. */
const compare = (term: string, found: readonly string[], { expected, allowed }: ByHand): Compared => {
  const counted = found.filter((id) => expected.has(id) || !allowed.has(id));
  return {
    term,
    found: counted.length,
    expected: expected.size,
    wrong: counted.filter((id) => !expected.has(id)).length,
  };
};

function* rowsOf(set: string, compared: readonly Compared[], log: (line: string) => void): Generator<Row> {
  const within = compared.filter(
    ({ found, expected }) => found >= least * expected && found <= most * expected,
  );
  for (const { term, found, expected, wrong } of compared.filter((one) => !within.includes(one)))
    log(`  ${term}: ${found} found, ${expected} by hand, ${wrong} of those found without it`);
  const sum = (of: (one: Compared) => number): number => compared.reduce((total, one) => total + of(one), 0);
  const found = sum((one) => one.found);
  const row = (metric: string, value: number): Row => ({ task: 'counts', set, metric, value });
  yield row('terms', compared.length);
  yield row('ratio', found / sum((one) => one.expected));
  yield row('within', within.length / compared.length);
  yield row('false-finds', sum((one) => one.wrong) / found);
}
