import type { Rendering } from './renderings.ts';
import type { Unit } from './units.ts';

const acrossLimits = {
  /** Alternatives of one query word in one language. */
  alternatives: 12,
  /** Terms of one request, all languages together. */
  terms: 300,
  /** Query words that are translated; a longer query says enough by its first ones. */
  units: 24,
} as const;

/** The units of one language, and how many renderings the limits left out. */
export interface LimitedUnits {
  readonly language: string;
  readonly units: readonly Unit[];
  readonly dropped: number;
}

/**
 * Keeps the best renderings within the limits: every unit its best one, then the weightiest of all.
 */
export const limitUnits = (
  byLanguage: readonly { readonly language: string; readonly units: readonly Unit[] }[],
): readonly LimitedUnits[] => {
  const shortened = byLanguage.map(({ language, units }) => ({
    language,
    units: units.slice(0, acrossLimits.units),
  }));
  const firsts = shortened.reduce((sum, { units }) => sum + units.length + count(partsIn(units)), 0);
  const others = shortened
    .flatMap(({ units }) => units.flatMap(({ renderings }) => renderings.slice(1, acrossLimits.alternatives)))
    .sort((left, right) => right.weight - left.weight);
  const kept = new Set<Rendering>(others.slice(0, Math.max(0, acrossLimits.terms - firsts)));
  return shortened.map(({ language, units }, at) => {
    const limited = units.map(({ renderings, ...unit }) => ({
      ...unit,
      renderings: renderings.filter((rendering, rank) => rank === 0 || kept.has(rendering)),
    }));
    const before = count(byLanguage[at]?.units ?? []);
    return { language, units: limited, dropped: before - count(limited) };
  });
};

const partsIn = (units: readonly Unit[]): readonly Unit[] => units.flatMap(({ parts = [] }) => parts);

const count = (units: readonly Unit[]): number =>
  units.reduce((sum, { renderings }) => sum + renderings.length, 0);
