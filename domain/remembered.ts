/**
 * What was made for a key is made once: formats of `Intl` cost more to make than to use a hundred times, and names are
 * compared word by word, the same words again and again. Forgets everything when `most` is reached.
 */
export const remembered = <T>(make: (key: string) => T, most = 2000): ((key: string) => T) => {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (made.size >= most) made.clear();
    made.set(key, value);
    return value;
  };
};
