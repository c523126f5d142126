import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { lettersOf } from '../../languages/scripts.ts';

/** Scripts without spaces: a typing error changes or swaps a character, and so every word around it. */
export const isDense = (text: string): boolean => hanAndKana.test(text);

const hanAndKana = new RegExp(`^[${lettersOf('Hani', 'Kana')}]{2,20}$`, 'u');

/** Pairs of neighbouring characters in articles that differ by one character from those of the text. */
export const buildPairSpelling = (text: string): estypes.SearchSuggester => ({
  text,
  title: pairsOn('title.bigram'),
  body: pairsOn('body.bigram'),
});

const pairsOn = (field: string) => ({
  term: {
    field,
    suggest_mode: 'always' as const,
    min_word_length: 2,
    prefix_length: 0,
    max_edits: 1,
    size: PAIRS,
    accuracy: 0.3,
  },
});

const PAIRS = 50;
const MOST = 40;

const answers = z.record(
  z.string(),
  z.array(
    z.object({
      offset: z.number(),
      options: z.array(z.object({ text: z.string(), freq: z.number() })),
    }),
  ),
);

/**
 * The text with one character replaced so that articles have its pairs with both neighbours, the
 * commonest first; then with two neighbouring characters swapped.
 *
 * @param suggested  each language's answer to `buildPairSpelling`
 */
export const readPairSpelling = (text: string, suggested: readonly unknown[]): readonly string[] => {
  const pairs = countPairs(suggested.flatMap((each) => Object.values(answers.parse(each))));
  const characters = [...text];
  const changed = characters.flatMap((_, at) => changesAt(characters, at, pairs));
  const ranked = changed.sort((one, other) => other.worth - one.worth).map(({ spelt }) => spelt);
  return [...new Set([...swaps(characters), ...ranked])].filter((spelt) => spelt !== text).slice(0, MOST);
};

/** By the position of the pair's first character: the frequency of each pair. */
type Pairs = ReadonlyMap<number, ReadonlyMap<string, number>>;

const countPairs = (suggested: z.infer<typeof answers>[string][]): Pairs => {
  const pairs = new Map<number, Map<string, number>>();
  for (const { offset, options } of suggested.flat()) {
    const here = pairs.get(offset) ?? new Map<string, number>();
    for (const { text, freq } of options) here.set(text, (here.get(text) ?? 0) + freq);
    pairs.set(offset, here);
  }
  return pairs;
};

const changesAt = (characters: readonly string[], at: number, pairs: Pairs) => {
  const [before, after] = [characters[at - 1], characters[at + 1]];
  const starts = characters.slice(0, at).join('').length;
  const left = before === undefined ? null : pairs.get(starts - before.length);
  const right = after === undefined ? null : pairs.get(starts);
  const candidates = new Set(
    [...(left?.keys() ?? [])]
      .filter((pair) => before !== undefined && pair.startsWith(before))
      .map((pair) => pair.slice(before?.length ?? 0))
      .concat(
        [...(right?.keys() ?? [])]
          .filter((pair) => after !== undefined && pair.endsWith(after))
          .map((pair) => pair.slice(0, -(after?.length ?? 0))),
      ),
  );
  return [...candidates].flatMap((candidate) => {
    const worth = Math.min(
      before === undefined ? Number.POSITIVE_INFINITY : (left?.get(`${before}${candidate}`) ?? 0),
      after === undefined ? Number.POSITIVE_INFINITY : (right?.get(`${candidate}${after}`) ?? 0),
    );
    const spelt = [...characters.slice(0, at), candidate, ...characters.slice(at + 1)].join('');
    return worth > 0 ? [{ spelt, worth }] : [];
  });
};

const swaps = (characters: readonly string[]): readonly string[] =>
  characters
    .slice(1)
    .map((character, at) =>
      [...characters.slice(0, at), character, characters[at] ?? '', ...characters.slice(at + 2)].join(''),
    );
