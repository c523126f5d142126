/**
 * What to look a language tag up by, the most particular first: `zh-Hant`, then `zh`, for `zh-TW`. Which script a region
 * writes is CLDR's to say.
 *
 * @param tag  BCP 47, as whoever wrote it
 */
export const codesOfTag = (tag: string): readonly string[] => {
  const language = tag.split(/[-_]/)[0]?.toLowerCase() ?? '';
  if (language === tag) return [language];
  try {
    const { script } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    return script ? [`${language}-${script}`, language] : [language];
  } catch {
    return [language];
  }
};
