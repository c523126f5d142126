import { nameTokens } from './matching/normalize-name.ts';
import { nominatives } from './matching/russian-cases.ts';
import { byKind, type KeyKind, nameKey } from './name-keys.ts';
import type { PersonMatch } from './record.ts';

/** The persons with a key, and its kind. */
export interface FoundKey {
  readonly id: string;
  readonly kind: KeyKind;
}

/** @returns at most `most`, most certain first */
export type FindKey = (key: string, most: number) => readonly FoundKey[];

const scores = { exact: 1, order: 0.98, partial: 0.9, surname: 0.5, given: 0.45 } as const;
type RankedKind = keyof typeof scores;
/** A surname that only one person has. */
export const soleBearer = 0.8;
const mostMatches = 50;

/** Persons who match the name by its letters, most certain first, then best known. */
export const matchByLetters = (find: FindKey, name: string): PersonMatch[] => {
  const tokens = nameTokens(name);
  if (tokens.length === 0) return [];
  const whole = findWhole(find, tokens);
  const found = [() => whole, () => fromCases(find, tokens), () => fromShorter(find, tokens)].reduce<
    readonly FoundKey[]
  >((before, look) => (before.length > 0 ? before : look()), []);
  return found.flatMap(({ id, kind }): PersonMatch[] => {
    if (!isRanked(kind)) return [];
    const score = kind === 'surname' && found.length === 1 ? soleBearer : scores[kind];
    return [{ id, how: kind, score }];
  });
};

/** As printed, and with the last recorded word printed first (`LAVROV Sergei`). */
const findWhole = (find: FindKey, tokens: readonly string[]): readonly FoundKey[] => {
  const [first = '', ...rest] = tokens;
  const printed = find(nameKey(tokens), mostMatches);
  if (rest.length === 0) return printed;
  const known = new Set(printed.filter(({ kind }) => kind === 'exact').map(({ id }) => id));
  const turned = find(nameKey([...rest, first]), mostMatches).flatMap(({ id, kind }): FoundKey[] =>
    kind === 'exact' && !known.has(id) ? [{ id, kind: 'order' }] : [],
  );
  return [...printed.filter(({ id }) => !turned.some((other) => other.id === id)), ...turned].sort(byKind);
};

const isRanked = (kind: KeyKind): kind is RankedKind => Object.hasOwn(scores, kind);

/** A full name in an oblique case finds its nominative; if several people match, there is no result. */
const fromCases = (find: FindKey, tokens: readonly string[]): readonly FoundKey[] => {
  const found = new Map<string, FoundKey>();
  for (const form of nominatives(tokens))
    for (const key of findWhole(find, form)) if (key.kind !== 'surname') found.set(key.id, key);
  return found.size === 1 ? [...found.values()] : [];
};

/**
 * A name longer than the recorded one: with a patronymic (`Нурсултан Абишевич Назарбаев`), which excludes
 * no one, or, as a partial match, with a second surname or an unused first name. Other middle names must match:
 * they distinguish the two George Bushes.
 */
const fromShorter = (find: FindKey, tokens: readonly string[]): readonly FoundKey[] => {
  const [first, second, third] = tokens;
  const [before, last] = tokens.slice(-2);
  if (first === undefined || second === undefined || third === undefined) return [];
  if (before === undefined || last === undefined) return [];
  const whole = tokens.slice(1, -1).every((token) => patronymic.test(token));
  const found = new Map<string, FoundKey>();
  const look = (form: readonly string[], as: 'order' | 'partial'): void => {
    for (const base of [form, ...nominatives(form)])
      for (const { id, kind } of find(nameKey(base), mostMatches))
        if (kind === 'exact' && !found.has(id)) found.set(id, { id, kind: as });
  };
  if (whole) look([first, last], 'order');
  for (const form of [
    [first, second],
    [before, last],
    [second, third],
  ])
    look(form, 'partial');
  return [...found.values()].sort(byKind);
};

/** Russian, Ukrainian, Belarusian and their cases. */
const patronymic = /(?:[оеь]вич|ич|[оеёі]вна|ївна|ична|івна)(?:а|у|ем|е|ой|ы)?$/u;
