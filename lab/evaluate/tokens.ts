import { isSyllabic, letterClasses } from '../../languages/scripts.ts';

const TOKEN = new RegExp(`[${letterClasses.syllabic}]|[\\p{L}\\p{M}\\p{N}]+`, 'gu');

/** Words, and each CJK character by itself; lower case, NFKC. */
export const tokensOf = (text: string): readonly string[] => {
  const found: string[] = [];
  for (const [token] of text.normalize('NFKC').toLowerCase().matchAll(TOKEN)) {
    if (!isSyllabic(token.slice(1))) found.push(token);
    else found.push(...token);
  }
  return found;
};

/** F1 of two bags of tokens; 1 if both are empty. */
export const bagF1 = (found: readonly string[], wanted: readonly string[]): number => {
  if (found.length === 0 || wanted.length === 0) return found.length === wanted.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of found) {
    const count = left.get(token) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(token, count - 1);
    }
  }
  return (2 * common) / (found.length + wanted.length);
};
