/**
 * Unknown variables with our prefix that resemble a known one, because a mistyped name would be silently
 * ignored. Names that resemble none belong to others, such as a deployment's own scripts.
 *
 * @returns one line for each
 */
export const mistyped = (given: readonly string[], known: readonly string[]): readonly string[] =>
  given
    .filter((name) => /^(?:DATELINE|ELASTICSEARCH|REDIS)_/i.test(name) && !known.includes(name))
    .flatMap((name) => {
      const [nearest] = known
        .map((one) => ({ one, edits: editsBetween(name.toUpperCase(), one) }))
        .sort((a, b) => a.edits - b.edits);
      if (!nearest || nearest.edits > MOST_EDITS) return [];
      return [`${name}: unknown variable; did you mean ${nearest.one}?`];
    });

const MOST_EDITS = 2;

/** Edit distance between two names. */
const editsBetween = (one: string, other: string): number => {
  let before = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (before[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    before = current;
  }
  return before[other.length] ?? 0;
};
