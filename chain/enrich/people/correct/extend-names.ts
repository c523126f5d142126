import { cueClasses } from '../tagger/cues.ts';
import { gaps, kinds } from '../tagger/tokens.ts';
import { cueAt, findFree, follows, hashAt, isCapital, printed, wordsOf } from './read-words.ts';
import type { CorrectionRule, ReadWords } from './rule.ts';

/** The particles of a surname of a person who is named in full. */
export const surnameParticle: CorrectionRule<ReadWords> = {
  id: 'surname-particle',
  languages: 'all',
  examples: [
    ['en', '[Louw de Graaf] spoke. Then de [Graaf] left.', '[Louw de Graaf] spoke. Then [de Graaf] left.'],
    ['es', 'Habló [Graaf] y luego de [Graaf].', 'Habló [Graaf] y luego de [Graaf].'],
  ],
  apply: (read, spans) => {
    const full = new Set(wordsOf(read, spans).flatMap(([first, last]) => endingsOf(read, first, last)));
    return widenFront((_, first, last, free) => {
      for (let from = first - 1; from >= first - 2 && from >= 0; from -= 1) {
        if (free[from] === 0 || cueAt(read, from) !== cueClasses.particle || !follows(read, from + 1)) break;
        if (full.has(stretch(read, from, last))) return from;
      }
      return first;
    })(read, spans);
  },
};

/** The surnames of more than one word that a full name may end with, as printed: `de Graaf` of `Louw de Graaf`. */
const endingsOf = (read: ReadWords, first: number, last: number): string[] => {
  const endings: string[] = [];
  for (let at = last - 1; at > first && last - at < 4; at -= 1)
    if (cueAt(read, at) === cueClasses.particle) endings.push(stretch(read, at, last));
  return endings;
};

const stretch = ({ tokens: { text, start, end } }: ReadWords, first: number, last: number): string =>
  text.slice(start[first], end[last]);

const rare = 3;

/** A name without capitals that begins with a particle lacks the rare word before it. */
export const leadingParticle: CorrectionRule<ReadWords> = {
  id: 'leading-particle',
  languages: ['ar', 'fa'],
  examples: [['ar', 'قال المبعوث ستافان [دي ميستورا] ذلك.', 'قال المبعوث [ستافان دي ميستورا] ذلك.']],
  apply: widenFront((read, first, _, free) => {
    const { kind } = read.tokens;
    if (kind[first] !== kinds.uncased || !read.words.particles?.includes(printed(read, first))) return first;
    if (free[first - 1] !== 1 || !follows(read, first) || kind[first - 1] !== kinds.uncased) return first;
    const isRare =
      cueAt(read, first - 1) === cueClasses.none && read.table.commonness(hashAt(read, first - 1)) <= rare;
    return isRare ? first - 1 : first;
  }),
};

/** Extends each name to the word that `beginningOf` returns; `free` is 1 for a word outside all names. */
function widenFront(
  beginningOf: (read: ReadWords, first: number, last: number, free: Uint8Array) => number,
): CorrectionRule<ReadWords>['apply'] {
  return (read, spans) => {
    const places = wordsOf(read, spans);
    const free = findFree(read, spans);
    return spans.map((span, index) => {
      const [first, last] = places[index] ?? [0, 0];
      const from = beginningOf(read, first, last, free);
      return from === first ? span : { start: read.tokens.start[from] ?? span.start, end: span.end };
    });
  };
}

const longestSyllable = 5;

/** Korean and Chinese given names continue in lower case after a hyphen: three short syllables. */
export const hyphenedGivenName: CorrectionRule<ReadWords> = {
  id: 'hyphened-given-name',
  languages: 'all',
  examples: [
    ['es', 'Habló [Kim Jong]-un, su líder.', 'Habló [Kim Jong-un], su líder.'],
    ['en', 'The [Joe Biden]-led group met.', 'The [Joe Biden]-led group met.'],
  ],
  apply: (read, spans) => {
    const places = wordsOf(read, spans);
    return spans.map((span, index) => {
      const [first, last] = places[index] ?? [0, 0];
      return { start: span.start, end: endOfGiven(read, first, last) ?? span.end };
    });
  },
};

const endOfGiven = (read: ReadWords, first: number, last: number): number | null => {
  const { tokens } = read;
  const { start, end, gap, kind } = tokens;
  if (last - first !== 1 || printed(read, last + 1) !== '-' || kind[last + 2] !== kinds.lower) return null;
  if (gap[last + 1] !== gaps.none || gap[last + 2] !== gaps.none) return null;
  const short = [first, last, last + 2].every((at) => (end[at] ?? 0) - (start[at] ?? 0) <= longestSyllable);
  if (read.words.suffixes?.includes(printed(read, last + 2))) return null;
  return short && isCapital(read, last) && tokens.text.charAt(end[last + 2] ?? 0) !== '-'
    ? (end[last + 2] ?? null)
    : null;
};
