/** Aligned parts of two names, `score` per letter. */
export interface Match {
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
  readonly score: number;
  readonly letters: number;
}

/** Scores two Latin strings as a logarithm per letter; above 0 suggests one name. */
export type Judge = (left: readonly string[], right: readonly string[]) => number;

/** The score per letter that a match needs. */
const least = -0.45;
export const isTaken = (score: number): boolean => score > least;
/** Two words matched with one must sound alike throughout; otherwise one word hides that the other differs. */
const leastJoined = 0.6;

/**
 * The best alignment of the parts of two names, in any order, each part used once, neighbours joined if that fits
 * better (`Gil Jong` and `Giljong`). If aligning single words leaves none over, no words are joined.
 *
 * @param longest the most parts of the right side that may be joined; on the left side two
 */
export const alignParts = (
  left: readonly string[],
  right: readonly string[],
  judge: Judge,
  longest: number,
): readonly Match[] => {
  if (longest === 2) {
    const single = alignWords(left, right, judge);
    if (left.length === right.length && single.length === left.length && isSure(single)) return single;
  }
  return choose(listMatches(left, right, judge, longest));
};

/** The same word beside word. */
export const alignWords = (
  left: readonly string[],
  right: readonly string[],
  judge: Judge,
): readonly Match[] =>
  choose(
    left.map((one, from) =>
      right.flatMap((other, start): Match[] => {
        const score = judge([one], [other]);
        return score > least
          ? [{ left: [from, from + 1], right: [start, start + 1], score, letters: one.length }]
          : [];
      }),
    ),
  );

/** Two words matched with one must sound better than this. */
const isSure = (matches: readonly Match[]): boolean => matches.every(({ score }) => score > leastJoined);

/** @param matches by the first part on the left side */
const choose = (matches: readonly (readonly Match[])[]): readonly Match[] => {
  const best = new Map<number, Choice>();
  const search = (from: number, used: number): Choice => {
    if (from >= matches.length) return { worth: 0, chosen: [] };
    const key = from * 256 + used;
    const known = best.get(key);
    if (known) return known;
    let found = search(from + 1, used);
    for (const match of matches[from] ?? []) {
      const mask = maskOf(match.right);
      if ((mask & used) !== 0) continue;
      const rest = search(match.left[1], used | mask);
      const worth = rest.worth + (match.score - least) * match.letters;
      if (worth > found.worth) found = { worth, chosen: [match, ...rest.chosen] };
    }
    best.set(key, found);
    return found;
  };
  return search(0, 0).chosen;
};

interface Choice {
  readonly worth: number;
  readonly chosen: readonly Match[];
}

/** By the first part on the left side. */
const listMatches = (
  left: readonly string[],
  right: readonly string[],
  judge: Judge,
  longest: number,
): readonly (readonly Match[])[] =>
  left.map((_, from) => {
    const found: Match[] = [];
    for (let to = from + 1; to <= Math.min(left.length, from + 2); to += 1)
      for (let start = 0; start < right.length; start += 1)
        for (let end = start + 1; end <= Math.min(right.length, start + longest); end += 1) {
          const isJoined = longest === 2 && (to - from > 1 || end - start > 1);
          if (isJoined && to - from > 1 && end - start > 1) continue;
          const stretch = left.slice(from, to);
          const score = judge(stretch, right.slice(start, end));
          if (score > (isJoined ? leastJoined : least))
            found.push({ left: [from, to], right: [start, end], score, letters: stretch.join('').length });
        }
    return found;
  });

const maskOf = ([from, to]: readonly [number, number]): number => (1 << to) - (1 << from);
