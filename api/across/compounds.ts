/** What stands between the parts of a compound, or is lost there (`-e`: Schule, Schulbuch). */
const links: Readonly<Record<string, readonly string[]>> = {
  de: ['', 's', 'es', 'n', 'en', 'er', '-e'],
  nl: ['', 's', 'en', 'e', 'n'],
  sv: ['', 's', '-a', '-e'],
};

/** Endings that are words, too. */
const endings = new Set('schaft heit keit tum ling schap heid skap het'.split(' '));

/** Öl is a word; other words of two letters are pieces of longer ones more often than parts. */
const least = { first: 2, other: 3 };
const mostParts = 3;

/** More ways to cut a word than any that is one has. */
const mostCuts = 100;

/** For each part, the words that it may be in front of the next one. */
type Cut = readonly (readonly string[])[];

/** Ways to cut a word, in the fewest parts first. */
export type CompoundCuts = readonly (() => readonly Cut[])[];

/**
 * The ways to cut a word into words of its language, found when they are first asked for. Cutting asks for hundreds of
 * parts, so it is done once, and each language that is translated into chooses among the cuts.
 *
 * @param isWord  whether any dictionary has it; asked again and again
 * @param isSpent  whether it has been asked as much as it may, so that nothing more is cut
 * @returns empty where the language has no such compounds, or the word is none
 */
export const cutsOfCompound = (
  word: string,
  language: string,
  { isWord, isSpent }: { readonly isWord: (part: string) => boolean; readonly isSpent: () => boolean },
): CompoundCuts => {
  const joints = links[language];
  if (!joints || !/^\p{L}{6,40}$/u.test(word)) return [];
  const lower = word.toLowerCase();
  return Array.from({ length: mostParts - 1 }, (_, at) => {
    let cuts: readonly Cut[] | null = null;
    return () => {
      cuts ??= isSpent() ? [] : cutsOf(lower, at + 2, least.first, { joints, isWord }).slice(0, mostCuts);
      return cuts;
    };
  });
};

/**
 * The words that a compound is made of: Ölpreis is a Preis of Öl. In the fewest parts; of several cuts, the one whose
 * shortest part is longest.
 *
 * @param isWord  whether this dictionary has it
 * @returns empty where no cut is of its words alone
 */
export const partsOfCompound = (cuts: CompoundCuts, isWord: (part: string) => boolean): readonly string[] => {
  for (const cutsOfCount of cuts) {
    const known = cutsOfCount().flatMap((cut) => {
      const parts = cut.flatMap((words) => words.find(isWord) ?? []);
      return parts.length === cut.length ? [parts] : [];
    });
    const [best] = known.sort((one, other) => shortest(other) - shortest(one));
    if (best) return best;
  }
  return [];
};

interface Cutting {
  readonly joints: readonly string[];
  readonly isWord: (part: string) => boolean;
}

const cutsOf = (word: string, count: number, from: number, cutting: Cutting): Cut[] => {
  if (count === 1)
    return word.length >= least.other && !endings.has(word) && cutting.isWord(word) ? [[[word]]] : [];
  const cuts: Cut[] = [];
  for (let at = from; at <= word.length - least.other; at += 1) {
    const words = before(word.slice(0, at), cutting);
    if (words.length === 0) continue;
    for (const rest of cutsOf(word.slice(at), count - 1, least.other, cutting)) cuts.push([words, ...rest]);
  }
  return cuts;
};

/** The words that a part may be in front of another. */
const before = (part: string, { joints, isWord }: Cutting): readonly string[] =>
  joints.flatMap((joint) => {
    const word = joint.startsWith('-') ? part + joint.slice(1) : withoutEnd(part, joint);
    return word !== null && word.length >= least.first && isWord(word) ? [word] : [];
  });

const withoutEnd = (part: string, end: string): string | null =>
  part.endsWith(end) ? part.slice(0, part.length - end.length) : null;

const shortest = (parts: readonly string[]): number => Math.min(...parts.map((part) => part.length));
