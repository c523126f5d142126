/**
 * Verbs whose forms mean little by themselves. Lists of lemmas assign `stati` of `Stati Uniti` to `essere`, so it would
 * match every form of "to be". Their forms are left to the stemmer.
 */
export const auxiliaries: Readonly<Record<string, readonly string[]>> = {
  ca: ['ser', 'estar', 'haver'],
  en: ['be', 'have'],
  es: ['ser', 'estar', 'haber'],
  fr: ['être', 'avoir'],
  it: ['essere', 'avere'],
  pt: ['ser', 'estar', 'haver', 'ter'],
  ro: ['fi', 'avea'],
};
