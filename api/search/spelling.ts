import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { indexNames } from '../../mappings/names.ts';
import type { ApiServices } from '../services.ts';
import { buildPairSpelling, isDense, readPairSpelling } from './dense-spelling.ts';
import { translatingErrors } from './execute.ts';
import { languagesWrittenIn } from './written-languages.ts';

export interface SpellingOptions {
  /** Profile codes; empty for all languages of the script. */
  readonly languages: readonly string[];
  readonly timeoutMs: number;
}

const MOST_PROPOSALS = 5;
/** A changed character has many candidates; each costs a count without hits. */
const MOST_DENSE_PROPOSALS = 20;

/**
 * Similar spellings of the text, from the words of titles and texts, the likeliest first.
 *
 * One search per language, all in one request, because a suggester fails across indices that split a text into
 * different words. A language whose search fails proposes nothing.
 *
 * @throws {SearchUnavailable} if Elasticsearch does not answer in time
 */
export const spell = async (
  text: string,
  options: SpellingOptions,
  services: ApiServices,
): Promise<readonly string[]> => {
  if (isDense(text)) {
    const answers = await ask(buildPairSpelling(text), ofLanguages(densely, options), options, services);
    return readPairSpelling(text, answers).slice(0, MOST_DENSE_PROPOSALS);
  }
  const here = ofLanguages(languagesWrittenIn(text), options);
  const answers = await ask(buildSpelling(text), here, options, services);
  return readSpelling(text, answers).slice(0, MOST_PROPOSALS);
};

/** Only the indices of these languages have bigrams of characters. */
const densely = ['zh', 'ja'] as const;

const ofLanguages = (codes: readonly string[], { languages }: SpellingOptions): readonly string[] =>
  languages.length === 0 ? codes : codes.filter((code) => languages.includes(code));

type Suggested = Readonly<Record<string, unknown>>;

const ask = async (
  suggest: estypes.SearchSuggester,
  codes: readonly string[],
  { timeoutMs }: SpellingOptions,
  { elasticsearch, config, searchLimit }: ApiServices,
): Promise<readonly Suggested[]> => {
  if (codes.length === 0) return [];
  const names = indexNames(config.prefix);
  const send = () =>
    elasticsearch.msearch(
      {
        searches: codes.flatMap((code) => [
          {
            index: names.readingOf(code),
            ignore_unavailable: true,
            // Spellings of the other shards are better than none.
            allow_partial_search_results: true,
          } satisfies estypes.MsearchMultisearchHeader,
          { size: 0, suggest },
        ]),
      },
      { requestTimeout: timeoutMs, maxRetries: 0 },
    );
  const { responses } = await translatingErrors(() => searchLimit.run(send, { again: true }));
  return responses.flatMap((response) =>
    'error' in response || !response.suggest ? [] : [response.suggest],
  );
};

/** Requests spellings from the unstemmed words, because stems are not spellings. Allows a wrong first letter. */
const buildSpelling = (text: string): estypes.SearchSuggester => ({
  text,
  title: phraseOn('title.exact'),
  body: phraseOn('body.exact'),
});

const phraseOn = (field: string): estypes.SearchFieldSuggester => ({
  phrase: {
    field,
    size: MOST_PROPOSALS,
    max_errors: 2,
    confidence: 0,
    direct_generator: [{ field, suggest_mode: 'missing', min_word_length: 3, prefix_length: 0 }],
  },
});

const suggestions = z.record(
  z.string(),
  z.array(z.object({ options: z.array(z.object({ text: z.string(), score: z.number() })) })),
);

const readSpelling = (text: string, answers: readonly Suggested[]): readonly string[] => {
  const options = answers
    .flatMap((answer) => Object.values(suggestions.parse(answer)).flat())
    .flatMap((part) => part.options)
    .sort((left, right) => right.score - left.score);
  const spelt = new Set(options.map((option) => option.text));
  spelt.delete(text.toLowerCase());
  return [...spelt];
};
