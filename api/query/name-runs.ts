export interface NameRun {
  readonly from: number;
  readonly to: number;
  readonly id: string;
}

/** The word next to a run of words; undefined at the end of the query and next to another name. */
export interface Beside {
  readonly before?: string | undefined;
  readonly behind?: string | undefined;
}

/** The person whom words name, given the words next to them; null for none or several. */
export type PersonOf = (words: string, beside?: Beside) => string | null;

const LONGEST_NAME = 5;

/**
 * Runs of words that name one person: longest first at each position, names of several words before single words,
 * without overlap.
 */
export const nameRuns = (words: readonly string[], personOf: PersonOf): readonly NameRun[] => {
  const runs: NameRun[] = [];
  const isFree = (at: number): boolean => !runs.some(({ from, to }) => at >= from && at < to);
  const look = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) if (!isFree(at)) return;
    const word = (at: number): string | undefined => (isFree(at) ? words[at] : undefined);
    const id = personOf(words.slice(from, to).join(' '), { before: word(from - 1), behind: word(to) });
    if (id !== null) runs.push({ from, to, id });
  };
  for (let from = 0; from < words.length; from += 1)
    for (let to = Math.min(words.length, from + LONGEST_NAME); to > from + 1; to -= 1) look(from, to);
  for (let at = 0; at < words.length; at += 1) look(at, at + 1);
  return runs.sort((one, other) => one.from - other.from);
};
