import { isDense, letterClasses } from '../../../languages/scripts.ts';
/** Plain BM25 for comparison: one field, no stemming, no stop words. */
export interface PlainRanking {
  /** Positions of the texts, best first; those that share no token are left out. */
  readonly rank: (query: string) => readonly number[];
}

const k1 = 1.2;
const b = 0.75;

/** @param cut  tokenizes texts and queries */
export const rankPlainly = (
  texts: readonly string[],
  cut: (text: string) => readonly string[],
): PlainRanking => {
  const postings = new Map<string, Map<number, number>>();
  const lengths = texts.map((text, position) => {
    const tokens = cut(text);
    for (const token of tokens) {
      const posting = postings.get(token) ?? new Map<number, number>();
      posting.set(position, (posting.get(position) ?? 0) + 1);
      postings.set(token, posting);
    }
    return tokens.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(texts.length, 1);
  const rank = (query: string): number[] => {
    const scores = new Map<number, number>();
    for (const token of cut(query)) {
      const posting = postings.get(token);
      if (!posting) continue;
      const idf = Math.log(1 + (texts.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [position, count] of posting) {
        const norm = k1 * (1 - b + (b * (lengths[position] ?? 0)) / average);
        scores.set(position, (scores.get(position) ?? 0) + (idf * count * (k1 + 1)) / (count + norm));
      }
    }
    return [...scores].sort((left, right) => right[1] - left[1] || left[0] - right[0]).map(([at]) => at);
  };
  return { rank };
};

/** Words including combining marks; bigrams of characters in scripts without spaces. */
export const cutPlainly = (language: string): ((text: string) => readonly string[]) =>
  ['zh', 'ja', 'ko', 'th'].includes(language) ? cutPairs : cutWords;

const cutWords = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

const { dense } = letterClasses;
const runs = new RegExp(`[${dense}]+|[^${dense}]+`, 'gu');

const cutPairs = (text: string): readonly string[] =>
  cutWords(text).flatMap((run) =>
    (run.match(runs) ?? []).flatMap((part) => (isDense(part) ? pairsOf([...part]) : [part])),
  );

const pairsOf = (characters: readonly string[]): readonly string[] =>
  characters.length < 2
    ? characters
    : characters.slice(1).map((character, at) => `${characters[at]}${character}`);
