/** Parts of a relevance score; each is a named clause (`_name`) if a search is to be explained. */
export const scoreParts = {
  words: 'its words',
  synonyms: 'other ways to write them',
  printed: 'the words as printed',
  phrase: 'all words as a phrase',
  near: 'words near each other',
  pairs: 'pairs of characters',
  reader: 'a language of the reader',
  query: 'the language of the query',
  recency: 'how new it is',
  person: 'a person named in the query',
} as const;

export type ScorePart = keyof typeof scoreParts;

/** The name of a clause: its part, with a number if a part has several. */
export const partName = (part: ScorePart, which = ''): string => `${part}:${which}`;

/**
 * Explains a result's rank in words, the largest parts first.
 *
 * @param matched  scores by name, from `include_named_queries_score`
 */
export const explain = (score: number | null, matched: Readonly<Record<string, number>>): string => {
  const sums = new Map<string, number>();
  for (const [name, value] of Object.entries(matched)) {
    const part = name.split(':')[0] ?? name;
    sums.set(part, (sums.get(part) ?? 0) + value);
  }
  const parts = [...sums]
    .filter(([, value]) => value > 0)
    .sort((one, other) => other[1] - one[1])
    .map(([part, value]) => `${wordsOf(part)} ${value.toFixed(2)}`);
  const total = score === null ? 'in order of time' : `score ${score.toFixed(2)}`;
  return parts.length > 0 ? `${total}: ${parts.join(', ')}` : total;
};

const wordsOf = (part: string): string => (isPart(part) ? scoreParts[part] : part);

const isPart = (part: string): part is ScorePart => Object.hasOwn(scoreParts, part);
