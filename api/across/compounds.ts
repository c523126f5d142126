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

/**
 * The words that a compound is made of: Ölpreis is a Preis of Öl. In the fewest parts; of several cuts, the one whose
 * shortest part is longest.
 *
 * @param isWord  whether a dictionary has it
 * @returns empty where the language has no such compounds, or the word is none
 */
export const partsOfCompound = (
  word: string,
  language: string,
  isWord: (part: string) => boolean,
): readonly string[] => {
  const joints = links[language];
  if (!joints || !/^\p{L}{6,40}$/u.test(word)) return [];
  const known = new Map<string, boolean>();
  const isKnown = (part: string): boolean => {
    const answer = known.get(part) ?? isWord(part);
    known.set(part, answer);
    return answer;
  };
  for (let count = 2; count <= mostParts; count += 1) {
    const cuts = cutsOf(word.toLowerCase(), count, least.first, { joints, isKnown });
    const [best] = cuts.sort((one, other) => shortest(other) - shortest(one));
    if (best) return best;
  }
  return [];
};

interface Cutting {
  readonly joints: readonly string[];
  readonly isKnown: (part: string) => boolean;
}

const cutsOf = (word: string, count: number, from: number, cutting: Cutting): string[][] => {
  if (count === 1)
    return word.length >= least.other && !endings.has(word) && cutting.isKnown(word) ? [[word]] : [];
  const cuts: string[][] = [];
  for (let at = from; at <= word.length - least.other; at += 1) {
    const part = before(word.slice(0, at), cutting);
    if (part === null) continue;
    for (const rest of cutsOf(word.slice(at), count - 1, least.other, cutting)) cuts.push([part, ...rest]);
  }
  return cuts;
};

/** The word that a part is in front of another, null where it is none. */
const before = (part: string, { joints, isKnown }: Cutting): string | null => {
  for (const joint of joints) {
    const word = joint.startsWith('-') ? part + joint.slice(1) : withoutEnd(part, joint);
    if (word !== null && word.length >= least.first && isKnown(word)) return word;
  }
  return null;
};

const withoutEnd = (part: string, end: string): string | null =>
  part.endsWith(end) ? part.slice(0, part.length - end.length) : null;

const shortest = (parts: readonly string[]): number => Math.min(...parts.map((part) => part.length));
