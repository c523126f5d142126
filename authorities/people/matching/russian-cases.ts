/** Endings of names in oblique cases, and the matching endings in the nominative. */
const endings: readonly (readonly [ending: string, nominatives: readonly string[]])[] = [
  ['ого', ['ий', 'ый', 'ой']],
  ['его', ['ий']],
  ['ому', ['ий', 'ый', 'ой']],
  ['ему', ['ий']],
  ['ою', ['а']],
  ['ой', ['а', 'ая']],
  ['ей', ['я', 'а']],
  ['ую', ['ая']],
  ['ии', ['ия']],
  ['ию', ['ия', 'ий']],
  ['ия', ['ий']],
  ['ием', ['ий']],
  ['ом', ['']],
  ['ем', ['ь', 'й', '']],
  ['ым', ['', 'ый']],
  ['им', ['ий', '']],
  ['у', ['', 'а']],
  ['ю', ['й', 'ь', 'я']],
  ['я', ['й', 'ь']],
  ['а', ['']],
  ['е', ['', 'а', 'й', 'я', 'ь']],
  ['ы', ['а']],
  ['и', ['а', 'я', 'ь']],
];

const mostForms = 200;

/**
 * The possible nominatives of a Russian name in an oblique case, all tokens changed in the same way: `Сергея
 * Собянина` gives `сергей собянин` among others. The tokens are normalised; three at most.
 *
 * @returns at most 200 forms, none if there is nothing to change
 */
export const nominatives = (tokens: readonly string[]): readonly (readonly string[])[] => {
  if (
    tokens.length < 2 ||
    tokens.length > 3 ||
    !tokens.every((token) => /^\p{Script=Cyrillic}+$/u.test(token))
  )
    return [];
  let forms: readonly (readonly string[])[] = [[]];
  for (const token of tokens)
    forms = forms.flatMap((form) => basesOf(token).map((base) => [...form, base])).slice(0, mostForms);
  return forms.filter((form) => form.join() !== tokens.join());
};

const basesOf = (token: string): readonly string[] => [
  token,
  ...endings.flatMap(([ending, bases]) =>
    token.length >= ending.length + 2 && token.endsWith(ending)
      ? bases.map((base) => token.slice(0, -ending.length) + base)
      : [],
  ),
];
