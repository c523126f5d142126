/**
 * A function that remembers what it made: two names are compared word by word, and one name with many, so that the same
 * texts come again and again.
 *
 * @param most  texts remembered; then all are forgotten
 */
export const remember = <T>(make: (text: string) => T, most: number): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
};
