/** A name and its inflected forms in a language; the first is the name itself. */
export const formsOf = (name: string, language: string): readonly string[] => {
  const rule = /\s/u.test(name) ? undefined : declensions[language];
  const ending = rule?.find(([pattern]) => pattern.test(name));
  if (!ending) return [name];
  const [pattern, endings] = ending;
  return [name, ...endings.map((one) => name.replace(pattern, one))];
};

type Declension = readonly (readonly [RegExp, readonly string[]])[];

/** Regular patterns of singular nouns; the first that fits is used. Abbreviations are not inflected. */
const declensions: Readonly<Record<string, Declension>> = {
  ru: [
    [/(?<=\p{Ll})ия$/u, ['ии', 'ию', 'ией']],
    [/(?<=[гкхжшчщ])а$/u, ['и', 'у', 'ой', 'е']],
    [/(?<=\p{Ll})а$/u, ['ы', 'у', 'ой', 'е']],
    [/(?<=\p{Ll})я$/u, ['и', 'ю', 'ей', 'е']],
    [/(?<=\p{Ll})й$/u, ['я', 'ю', 'ем', 'е']],
    [/(?<=\p{Ll})ь$/u, ['я', 'ю', 'ем', 'е', 'и', 'ью']],
    [/(?<=\p{Ll}[бвгджзклмнпрстфхцчшщ])$/u, ['а', 'у', 'ом', 'е']],
  ],
  uk: [
    [/(?<=\p{Ll})ія$/u, ['ії', 'ію', 'ією']],
    [/(?<=[гкхжшчщ])а$/u, ['и', 'у', 'ою', 'і']],
    [/(?<=\p{Ll})а$/u, ['и', 'у', 'ою', 'і']],
    [/(?<=\p{Ll})й$/u, ['ю', 'єм', 'ї']],
    [/(?<=\p{Ll}[бвгджзклмнпрстфхцчшщ])$/u, ['у', 'а', 'ом', 'і']],
  ],
};
