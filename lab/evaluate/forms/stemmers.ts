/** The Snowball stemmer of each language that has one on every server, by the names of Elasticsearch. */
export const stemmers: Readonly<Record<string, string>> = {
  ar: 'arabic',
  cs: 'czech',
  de: 'german',
  el: 'greek',
  en: 'porter2',
  es: 'spanish',
  fa: 'persian',
  fr: 'french',
  id: 'indonesian',
  it: 'italian',
  nl: 'dutch',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};
