import { gatherCandidates } from '../../../chain/clean/titles/candidates.ts';
import { titleFeatures } from '../../../chain/clean/titles/features.ts';
import { scoreTitle, type TitleWeights } from '../../../chain/clean/titles/rank.ts';
import { keyOf, readLabels } from '../../evaluate/labels.ts';
import { decodePage, type MarkedPage, readPages } from '../../evaluate/pages/pages.ts';
import { evenTitle, titleChecksum } from '../../evaluate/pages/titles.ts';

/** A page's candidates as numbers, and which of them are the publisher's title. */
export interface TitleExample {
  readonly host: string;
  readonly rows: readonly ReadonlyMap<string, number>[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** The weight of a page whose title is only known as the first line of its labelled text. */
const PRINTED = 0.08;
/** Of a page whose title a reader labelled: readers prefer printed forms, publishers' own records do not. */
const READ = 0.25;

/** The pages of a folder that teach which candidate is the title. */
export const readTitleExamples = async (data: string): Promise<readonly TitleExample[]> => {
  const labels = await readLabels(data);
  const examples: TitleExample[] = [];
  for await (const page of readPages(data)) {
    const example = titleExample(page, labels.get(keyOf(page))?.title ?? null);
    if (example) examples.push(example);
  }
  return examples;
};

/** `null` if the title is unknown or if no or every candidate is right, because such a page teaches nothing. */
const titleExample = (page: MarkedPage, read: string | null): TitleExample | null => {
  const known = knownTitle(page, read);
  if (known === null) return null;
  const candidates = gatherCandidates(decodePage(page.html, page.url));
  const right = candidates.map(({ text }) => known.is(text));
  if (right.every((is) => is) || !right.includes(true)) return null;
  return {
    host: page.host,
    rows: candidates.map((one) => titleFeatures(one, candidates)),
    right,
    weight: known.weight,
  };
};

interface KnownTitle {
  readonly is: (text: string) => boolean;
  readonly weight: number;
}

/** The publisher's title, else the one that a reader labelled, else the first line of the labelled text. */
const knownTitle = ({ title, titled, text }: MarkedPage, read: string | null): KnownTitle | null => {
  if (title) return { is: equals(title), weight: 1 };
  if (read !== null) return { is: (candidate) => titleChecksum(candidate) === read, weight: READ };
  const first = titled ? text?.split('\n')[0] : undefined;
  return first ? { is: equals(first), weight: PRINTED } : null;
};

const equals = (known: string) => {
  const even = evenTitle(known);
  return (text: string): boolean => evenTitle(text) === even;
};

const STEPS = 300;
const RATE = 0.7;
/** L2 penalty, because there are few pages. */
const RIDGE = 0.003;

/** A conditional logit (McFadden 1973) by plain gradient ascent: the right candidates against the page's others. */
export const fitTitles = (examples: readonly TitleExample[]): TitleWeights => {
  const names = [...(examples[0]?.rows[0]?.keys() ?? [])];
  const weights: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope: Record<string, number> = {};
    for (const example of examples) addSlope(example, weights, slope);
    for (const name of names)
      weights[name] =
        (weights[name] ?? 0) +
        RATE * ((slope[name] ?? 0) / Math.max(1, total) - RIDGE * (weights[name] ?? 0));
  }
  return Object.fromEntries(names.map((name) => [name, Number((weights[name] ?? 0).toFixed(3))]));
};

const addSlope = (
  { rows, right, weight }: TitleExample,
  weights: TitleWeights,
  slope: Record<string, number>,
): void => {
  const scores = rows.map((row) => scoreTitle(row, weights));
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, at) => sum + (right[at] ? power : 0), 0);
  for (const [at, row] of rows.entries()) {
    const power = powers[at] ?? 0;
    const pull = weight * ((right[at] ? power / good : 0) - power / all);
    for (const [name, value] of row) slope[name] = (slope[name] ?? 0) + pull * value;
  }
};
