import type { Rendering } from './rendering.ts';
import { alternativesOf, mostAlternatives } from './renderings.ts';
import type { Unit } from './units.ts';

/** Terms of one request, all languages together. */
const mostTerms = 300;

/** Between rare and common, for words of which no list says it: base-10 logarithm of the share of a billion words. */
const unknownZipf = 3.5;

/** A unit as it is searched for in one language. */
export interface SearchedUnit {
  readonly text: string;
  /** Whether the dictionary knows it; else it is searched as it is written. */
  readonly known: boolean;
  /** Best first; none where the limits leave the unit out. */
  readonly alternatives: readonly Rendering[];
  /** All the words of a phrase, or none. */
  readonly parts: readonly SearchedUnit[];
}

/** The units of one language in the order of the query, and how many terms the limits left out. */
export interface LimitedUnits {
  readonly language: string;
  readonly units: readonly SearchedUnit[];
  readonly dropped: number;
}

/**
 * Keeps terms within the limits: the best one of every unit, rare words before common ones; the words of phrases; then
 * the weightiest of all others. A word is rare or common in all languages alike, so that none is searched by more words
 * than another.
 */
export const limitUnits = (
  all: readonly { readonly language: string; readonly units: readonly SearchedUnit[] }[],
): readonly LimitedUnits[] => {
  const kept = keepBest(all.flatMap(({ units }) => units));
  return all.map(({ language, units }) => {
    const limited = units.map((unit) => limit(unit, kept));
    return { language, units: limited, dropped: count(units) - count(limited) };
  });
};

/** Units and the words of their phrases: everything that is searched for. */
export const withParts = (units: readonly SearchedUnit[]): readonly SearchedUnit[] =>
  units.flatMap((unit) => [unit, ...unit.parts]);

/** What a unit is searched by, without limits. */
export const searchedUnit = (unit: Unit, language: string): SearchedUnit => ({
  text: unit.text,
  known: unit.renderings.length > 0,
  alternatives: alternativesOf(unit, language),
  parts: (unit.parts ?? []).map((part) => searchedUnit(part, language)),
});

/** What is kept, by identity: the same word may stand in a query twice. */
type Kept = ReadonlySet<Rendering | readonly SearchedUnit[]>;

const keepBest = (units: readonly SearchedUnit[]): Kept => {
  const kept = new Set<Rendering | readonly SearchedUnit[]>();
  let left: number = mostTerms;
  const keep = (what: Rendering | readonly SearchedUnit[], cost: number): void => {
    if (cost > left) return;
    kept.add(what);
    left -= cost;
  };
  const ranked = rareFirst(units);
  for (const { alternatives } of ranked) for (const best of alternatives.slice(0, 1)) keep(best, 1);
  for (const { alternatives, parts } of ranked)
    if (parts.length > 0 && alternatives[0] && kept.has(alternatives[0])) keep(parts, count(parts));
  const others = units
    .flatMap(({ alternatives }) =>
      alternatives[0] && kept.has(alternatives[0]) ? alternatives.slice(1, mostAlternatives) : [],
    )
    .sort((one, other) => other.weight - one.weight);
  for (const other of others) keep(other, 1);
  return kept;
};

const rareFirst = (units: readonly SearchedUnit[]): readonly SearchedUnit[] => {
  const byText = Map.groupBy(units, ({ text }) => text);
  const zipfs = new Map(Array.from(byText, ([text, same]) => [text, meanZipf(same)] as const));
  return units.toSorted((one, other) => (zipfs.get(one.text) ?? 0) - (zipfs.get(other.text) ?? 0));
};

const meanZipf = (units: readonly SearchedUnit[]): number =>
  units.reduce((sum, { known, alternatives }) => sum + ((known && alternatives[0]?.zipf) || unknownZipf), 0) /
  units.length;

const limit = (unit: SearchedUnit, kept: Kept): SearchedUnit => ({
  ...unit,
  alternatives: unit.alternatives.filter((alternative) => kept.has(alternative)),
  parts: kept.has(unit.parts) ? unit.parts : [],
});

const count = (units: readonly SearchedUnit[]): number =>
  withParts(units).reduce((sum, { alternatives }) => sum + alternatives.length, 0);
