/**
 * Verbs whose forms say nothing by themselves. Lists of lemmas give `stati` of `Stati Uniti` to `essere`: such a form
 * would be found wherever someone is something. Their forms are left to the stemmer.
 */
export const auxiliaries: Readonly<Record<string, readonly string[]>> = {
  en: ['be', 'have'],
  es: ['ser', 'estar', 'haber'],
  fr: ['être', 'avoir'],
  it: ['essere', 'avere'],
  pt: ['ser', 'estar', 'haver', 'ter'],
  ro: ['fi', 'avea'],
};
