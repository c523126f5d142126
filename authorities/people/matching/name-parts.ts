import { normalize } from '../../../domain/normalize.ts';
import { isSyllabic } from '../../../languages/scripts.ts';
import { longestName, nameTokens } from './normalize-name.ts';

/** A name as it is compared: its words, and initials that stand for a given name. */
export interface NameParts {
  /** Words, or single characters of Han and Hangul names that are written without spaces. */
  readonly parts: readonly string[];
  /** True where `parts` are characters. */
  readonly characters: boolean;
  readonly initials: readonly string[];
}

/** Further parts are ignored: the cost of comparing grows with the product of both numbers. */
const mostParts = 7;
const longestNative = 8;

const particles = new Set(
  'al el ul bin binti bte ibn abu de da do dos das di del della der den van von la le du af av zu zum zur ter ten y e jr sr junior senior dr mr mrs sir dame lord hon dato datuk haji hajah bey a/l a/p anak ال'.split(
    ' ',
  ),
);

/** Split into parts: without brackets, `Surname, Given` swapped, without particles and titles. */
export const partsOf = (name: string): NameParts => {
  const bare = name.replace(/[(（[][^)）\]]{0,80}[)）\]]/gu, ' ');
  const [before = '', after = ''] = bare.split(/[,،、]/u);
  const ordered =
    after.trim() === '' || /^\s*(jr|sr|i{1,3}|iv)\b/iu.test(after) ? before : `${after} ${before}`;
  const tokens = tokensOf(ordered.replace(/[=＝゠]/gu, ' '));
  const only = tokens[0] ?? '';
  const native = [...only];
  if (
    tokens.length === 1 &&
    /^(\p{Script=Han}|\p{Script=Hangul})+$/u.test(only) &&
    native.length <= longestNative
  )
    return { parts: native, characters: true, initials: [] };
  const words = tokens.filter((token) => !particles.has(token));
  const long = words.filter((token) => [...token].length > 1 || !/\p{L}/u.test(token) || isSyllabic(token));
  return {
    parts: (long.length > 0 ? long : tokens).slice(0, mostParts),
    characters: false,
    initials: words.filter((token) => !long.includes(token)),
  };
};

/** The sound models know the letters of other scripts as they are printed: only Latin ones are folded. */
const tokensOf = (name: string): readonly string[] =>
  /\p{Script=Latin}/u.test(name) || name.length > longestName
    ? nameTokens(name)
    : normalize(name, 'NFKC')
        .replace(/[\p{Cf}\p{Cc}]/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{M}\p{N}ー'’׳]+/u)
        .filter((token) => token !== '');
