import { normalize } from '../../../../domain/normalize.ts';
import { readHan, simplify } from '../han.ts';
import { nameTokens } from '../normalize-name.ts';
import type { SoundRule, SoundRules } from './letters.ts';
import * as scripts from './letters.ts';

/** How many sounds of a word count, and how many readings of a word are kept. */
const soundsKept = 3;
const mostReadings = 6;
const mostKeys = 12;

/**
 * Keys that a name shares with its transliterations in other scripts: the first sounds of two of its words, in
 * any order. Coarse on purpose: names with equal keys are then compared with `compareNames`.
 *
 * @returns at most a dozen; none for single words, and for scripts whose letters are not listed
 */
export const soundKeys = (name: string): ReadonlySet<string> => {
  const words = wordsOf(name);
  const keys = new Set<string>();
  for (const [one, other] of pairsOf(words))
    for (const left of readWord(one, soundsKept))
      for (const right of readWord(other, soundsKept)) {
        if (keys.size >= mostKeys) return keys;
        keys.add(left < right ? `~${left} ${right}` : `~${right} ${left}`);
      }
  return keys;
};

/** All sounds of a name, one reading per word, for a quick comparison before two names are compared in full. */
export const soundsOf = (name: string): readonly string[] => wordsOf(name).map(readFirst);

const mostSounds = 12;

/** One key of all sounds of all words, in any order: equal keys sound the same. Null for single words. */
export const wholeSounds = (name: string): string | null => {
  const sounds = soundsOf(name);
  return sounds.length < 2 ? null : `~${sounds.toSorted().join(' ')}`;
};

/** First and last part, then adjacent ones: a patronymic or a hyphen may come between, or after. */
const pairsOf = (words: readonly string[]): readonly (readonly [string, string])[] => {
  const [first, second, third] = words;
  const last = words.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  if (third === undefined) return [[first, second]];
  const neighbours = [
    [first, last],
    [first, second],
    [words.at(-2) ?? second, last],
  ] as const;
  // `Kim Ki Nam` elsewhere is `Kim Kinam`.
  return words.length === 3 ? [...neighbours, [first, second + last]] : neighbours;
};

const particles = new Set(
  'al el bin ben ibn abu de da do dos di del della van von der den la le du бин бен аль эль بن ابن'.split(
    ' ',
  ),
);

/** A Han or Hangul name without dots or spaces starts with the surname. */
const wordsOf = (name: string): readonly string[] => {
  const all = nameTokens(name);
  const bare = all.filter((token) => !particles.has(token));
  const tokens = bare.length > 1 ? bare : all;
  const [only] = tokens;
  const characters = [...(only ?? '')];
  const isSolid = /^(?:\p{Script=Han}|\p{Script=Hangul}){2,4}$/u.test(only ?? '');
  if (tokens.length !== 1 || !isSolid) return tokens;
  const cut = characters.length === 4 ? 2 : 1;
  return [characters.slice(0, cut).join(''), characters.slice(cut).join('')];
};

const rulesOf: readonly (readonly [letter: RegExp, rules: SoundRules, spell: (word: string) => string])[] = [
  [/\p{Script=Latin}/u, scripts.latin, (word) => word],
  [/\p{Script=Cyrillic}/u, scripts.cyrillic, (word) => word],
  [/\p{Script=Arabic}/u, scripts.arabic, (word) => word.replace(/^ال(?=.{2})/u, '')],
  [/\p{Script=Han}/u, scripts.pinyin, (word) => [...simplify(word)].map(capitalPinyin).join('')],
  [/\p{Script=Katakana}/u, scripts.katakana, (word) => word],
  [/\p{Script=Hangul}/u, scripts.hangul, (word) => normalize(word, 'NFD')],
  [/\p{Script=Hebrew}/u, scripts.hebrew, (word) => word],
  [/\p{Script=Greek}/u, scripts.greek, (word) => word],
];

const capitalPinyin = (character: string): string =>
  readHan(character, 'mandarin').replace(/^./u, (first) => first.toUpperCase());

/** The first sounds of a word, in each possible reading. */
const readWord = (word: string, most: number): ReadonlySet<string> => {
  let readings = new Set(['']);
  for (const { rule, at, spelled } of rulesIn(word)) {
    readings = extend(readings, rule, isHushed(rule, spelled, at), most);
    if ([...readings].every((reading) => reading.length >= most)) break;
  }
  return readings;
};

/** The first sounds of a word in its likeliest reading. */
const readFirst = (word: string): string => {
  let sounds = '';
  for (const { rule } of rulesIn(word)) {
    sounds += rule.readings[0] ?? '';
    if (sounds.length >= mostSounds) break;
  }
  return sounds.slice(0, mostSounds);
};

/** The rules that read a word, one after another; a doubled letter is one sound. */
function* rulesIn(word: string): Generator<{ rule: SoundRule; at: number; spelled: string }> {
  const [, rules, spell] = rulesOf.find(([letter]) => letter.test(word)) ?? [];
  if (!rules || !spell) return;
  const spelled = spell(word);
  for (let at = 0; at < spelled.length; ) {
    const rule = ruleAt(rules, spelled, at);
    if (rule && spelled[at] !== spelled[at - 1]) yield { rule, at, spelled };
    at += rule?.letters.length ?? 1;
  }
}

const ruleAt = (rules: SoundRules, spelled: string, at: number): SoundRule | undefined =>
  rules
    .get(spelled.charAt(at))
    ?.find(
      ({ letters, before }) =>
        spelled.startsWith(letters, at) && (!before || before.test(spelled.slice(at + letters.length))),
    );

/** English, Chinese and Japanese do not sound an r before a consonant or at the end. */
const isHushed = ({ letters }: SoundRule, word: string, at: number): boolean =>
  letters === 'r' && at > 0 && !/^[aeiouyr]/.test(word.slice(at + 1));

const extend = (
  readings: ReadonlySet<string>,
  rule: SoundRule,
  hushed: boolean,
  most: number,
): Set<string> => {
  const extended = new Set<string>();
  for (const reading of readings)
    for (const sounds of hushed ? [...rule.readings, ''] : rule.readings)
      if (extended.size < mostReadings) extended.add((reading + sounds).slice(0, most));
  return extended;
};
