/**
 * Caches the result for each key: `Intl` formats cost more to create than to use a hundred times, and the same words of
 * names are compared again and again. Forgets everything when it has `most` entries.
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
