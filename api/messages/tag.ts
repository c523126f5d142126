/**
 * Keys to look up a language tag, the most specific first: `zh-Hant`, then `zh`, for `zh-TW`. CLDR says which script a
 * region uses.
 *
 * @param tag  BCP 47, in any letter case
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
