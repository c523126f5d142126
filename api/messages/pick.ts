/** Languages of the interface; every set of messages has all of them, which the compiler checks. */
export const interfaceLanguages = ['en', 'zh', 'ru', 'es', 'fr', 'ar', 'de', 'pt', 'ja', 'ko'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

export const isInterfaceLanguage = (code: string): code is InterfaceLanguage =>
  interfaceLanguages.some((known) => known === code);

/** Messages of one kind in every language. @returns those of a language; English where there are none */
export const pickFrom =
  <M>(messages: Readonly<Record<InterfaceLanguage, M>>) =>
  (language: string): M =>
    messages[isInterfaceLanguage(language) ? language : 'en'];
