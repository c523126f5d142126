import type { TitleCandidate, TitleSource } from './candidates.ts';

/** Sources that count by themselves; others only confirm. */
const VOICES: readonly TitleSource[] = [
  'headline',
  'quoted',
  'window',
  'heading',
  'subheading',
  'line',
  'engines',
];

/**
 * Evidence for a candidate, numbers by name, all about 0–1; the weights in `models/` have the same names.
 *
 * @param all every candidate of the page, this one among them
 */
export const titleFeatures = (
  candidate: TitleCandidate,
  all: readonly TitleCandidate[],
): ReadonlyMap<string, number> => {
  const { sources, tokens, kicked } = candidate;
  const others = all.filter((other) => other !== candidate);
  const sourcesOf = (some: readonly TitleCandidate[]): number =>
    some.reduce((sum, other) => sum + other.sources.size, 0);
  const shareOf = (fits: (words: string) => boolean): number =>
    sourcesOf(others.filter((other) => fits(wordsOf(other)))) / Math.max(1, sourcesOf(others));
  const own = wordsOf(candidate);
  const has = (source: TitleSource): number => (sources.has(source) ? 1 : 0);
  return new Map([
    ...VOICES.map((source): [string, number] => [source, has(source)]),
    // What two sources agree on counts by itself: confirmed by the page's text, a title for sharing is not a rewrite,
    // and a window title is not a section's.
    ['quoted+heading', has('quoted') * has('heading')],
    ['headline+heading', has('headline') * has('heading')],
    ['window+heading', has('window') * has('heading')],
    ['window+quoted', has('window') * has('quoted')],
    ['headline+quoted', has('headline') * has('quoted')],
    ['window+print', has('window') * has('line')],
    ['within', shareOf((words) => words.includes(own))],
    ['short', tokens.length < 3 ? 1 : 0],
    ['kicked', kicked ? 1 : 0],
  ]);
};

const wordsOf = ({ tokens }: TitleCandidate): string => ` ${tokens.join(' ')} `;
