import { nameTokens } from './matching/normalize-name.ts';
import { nominatives } from './matching/russian-cases.ts';
import { type KeyKind, nameKey } from './name-keys.ts';
import type { PersonMatch } from './record.ts';

/** Who has a key, and what it is to them. */
export interface FoundKey {
  readonly id: string;
  readonly kind: KeyKind;
}

/** @returns at most `most`, the surest first */
export type FindKey = (key: string, most: number) => readonly FoundKey[];

const scores = { exact: 1, order: 0.98, partial: 0.9, surname: 0.5 } as const;
type RankedKind = keyof typeof scores;
/** A surname that only one person has. */
const soleBearer = 0.8;
const mostMatches = 50;

/** Who may be called so by the letters of the name, the surest first, then the best known. */
export const matchByLetters = (find: FindKey, name: string): PersonMatch[] => {
  const tokens = nameTokens(name);
  if (tokens.length === 0) return [];
  const whole = find(nameKey(tokens), mostMatches);
  const found = whole.length > 0 ? whole : fromCases(find, tokens);
  return found.flatMap(({ id, kind }): PersonMatch[] => {
    if (!isRanked(kind)) return [];
    const score = kind === 'surname' && found.length === 1 ? soleBearer : scores[kind];
    return [{ id, how: kind, score }];
  });
};

const isRanked = (kind: KeyKind): kind is RankedKind => Object.hasOwn(scores, kind);

/** A full name in an oblique case finds its nominative; more people than one found so are nobody. */
const fromCases = (find: FindKey, tokens: readonly string[]): readonly FoundKey[] => {
  const found = new Map<string, FoundKey>();
  for (const form of nominatives(tokens))
    for (const key of find(nameKey(form), mostMatches)) if (key.kind !== 'surname') found.set(key.id, key);
  return found.size === 1 ? [...found.values()] : [];
};
