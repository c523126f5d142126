import type { CleanArticle } from '../../../domain/article.ts';

/** A language and the script it is written in. */
export interface FoundLanguage {
  /** BCP 47 primary subtag, or `und`. */
  readonly code: string;
  /** ISO 15924. */
  readonly script: string;
}

export interface LanguageIdentifier {
  /** The likeliest language of a text. */
  identify(text: string): FoundLanguage;
}

export const loadLanguageIdentifier = (): LanguageIdentifier => ({
  identify: () => ({ code: 'und', script: 'Zyyy' }),
});

/** The language of an article: as given, else that of its main text, with the page's own word as weak evidence. */
export const findLanguage = (clean: CleanArticle, languages: LanguageIdentifier): FoundLanguage => {
  const stated = clean.given.language ?? clean.statements.find(({ property }) => property === 'lang')?.value;
  if (stated) return { code: stated.split(/[-_]/)[0]?.toLowerCase() ?? 'und', script: 'Zyyy' };
  return languages.identify(clean.paragraphs.map(({ text }) => text).join('\n'));
};
