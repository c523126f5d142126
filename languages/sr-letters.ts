/** Serbian is written in two scripts, letter for letter: lower case Cyrillic, and the same in Latin. */
export const serbianLetters: readonly (readonly [cyrillic: string, latin: string])[] = [
  ...[...'абвгдђежзијклмнопрстћуфхцчш'].map(
    (letter, at) => [letter, [...'abvgdđežzijklmnoprstćufhcčš'][at] ?? letter] as const,
  ),
  ['љ', 'lj'],
  ['њ', 'nj'],
  ['џ', 'dž'],
];

const capital = (letters: string): string => letters.charAt(0).toUpperCase() + letters.slice(1);

/** Rules of a character filter that writes Cyrillic in Latin letters, in both cases. */
export const serbianMappings: readonly string[] = serbianLetters.flatMap(([cyrillic, latin]) => [
  `${cyrillic} => ${latin}`,
  `${cyrillic.toUpperCase()} => ${capital(latin)}`,
]);

/** Two letters of Latin script that are one in Cyrillic come first. */
const byLatin: ReadonlyMap<string, string> = new Map(
  serbianLetters.flatMap(([cyrillic, latin]) => [
    [latin, cyrillic],
    [capital(latin), cyrillic.toUpperCase()],
  ]),
);

/** A Latin text in Cyrillic letters; what stands in braces is kept. */
export const inCyrillic = (text: string): string =>
  text.replace(/\{[^}]*\}|lj|nj|dž|Lj|Nj|Dž|\p{L}/gu, (letters) => byLatin.get(letters) ?? letters);

/** A Latin phrase and the same in Cyrillic. */
export const inBothScripts = (phrase: string): readonly string[] => {
  const cyrillic = inCyrillic(phrase);
  return cyrillic === phrase ? [phrase] : [cyrillic, phrase];
};
