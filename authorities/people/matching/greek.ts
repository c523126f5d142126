import { normalize } from '../../../domain/normalize.ts';

/** Pairs of letters that stand for one sound, then single ones, as passports write them. @see ELOT 743 */
const pairs: readonly (readonly [greek: string, latin: string])[] = [
  ['ου', 'ou'],
  ['μπ', 'b'],
  ['ντ', 'd'],
  ['γκ', 'g'],
  ['γγ', 'ng'],
  ['τζ', 'j'],
  ['τσ', 'ts'],
  ['αυ', 'av'],
  ['ευ', 'ev'],
  ['ει', 'i'],
  ['οι', 'i'],
];
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** A Greek name in lower-case Latin letters without accents; other letters stay. */
export const latinizeGreek = (name: string): string => {
  const plain = normalize(name, 'NFD').replace(/\p{M}/gu, '').toLowerCase();
  const paired = pairs.reduce((text, [greek, latin]) => text.replaceAll(greek, latin), plain);
  return paired.replace(/\p{Script=Greek}/gu, (letter) => letters[letter] ?? letter);
};
