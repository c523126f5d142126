import eld from 'eld/large';
import type { CleanArticle } from '../../../domain/article.ts';
import { profileFor } from '../../../languages/index.ts';
import { chineseScript, scriptOf } from './scripts.ts';

/** A language and the script it is written in. */
export interface FoundLanguage {
  /** BCP 47 primary subtag, or `und`. */
  readonly code: string;
  /** ISO 15924. */
  readonly script: string;
}

export interface LanguageIdentifier {
  /**
   * The likeliest language of a text.
   *
   * @param text  of any length; its first 4,000 units are read
   * @param expected  languages that the page itself names: they decide between near ones
   */
  identify(text: string, expected?: readonly string[]): FoundLanguage;
}

/** Languages that a script alone tells. */
const byScript: Readonly<Record<string, string>> = {
  Jpan: 'ja',
  Hani: 'zh',
  Hang: 'ko',
  Grek: 'el',
  Thai: 'th',
  Beng: 'bn',
  Taml: 'ta',
  Telu: 'te',
  Gujr: 'gu',
  Guru: 'pa',
  Geor: 'ka',
  Armn: 'hy',
  Knda: 'kn',
  Mlym: 'ml',
  Hebr: 'he',
};

/** Loads the identifier: scripts by rule, languages of one script by a library's n-grams (ADR 0025). */
export const loadLanguageIdentifier = (): LanguageIdentifier => ({ identify });

const identify = (text: string, expected: readonly string[] = []): FoundLanguage => {
  const start = text.slice(0, 4000);
  const script = scriptOf(start);
  if (script === null) return { code: 'und', script: 'Zyyy' };
  if (script === 'Hani') return { code: 'zh', script: chineseScript(start) };
  const code = byScript[script] ?? amongScript(start, expected);
  return { code, script: script === 'Hang' ? 'Kore' : script };
};

const amongScript = (text: string, expected: readonly string[]): string => {
  const { language, getScores } = eld.detect(text);
  if (language === '') return expected[0] ?? 'und';
  const scores: Readonly<Record<string, number>> = getScores();
  const highest = scores[language] ?? 0;
  const near = expected.find((code) => (scores[code] ?? 0) > highest * 0.93);
  return canonical(near ?? language);
};

const canonical = (code: string): string => (code === 'nb' || code === 'nn' ? 'no' : code);

/**
 * The language of an article: as given, else that of its main text, with the page's own word as weak evidence.
 * A language without a profile of its own is `und` in the index; here it keeps its code.
 */
export const findLanguage = (clean: CleanArticle, languages: LanguageIdentifier): FoundLanguage => {
  const text = `${clean.title ?? ''}\n${clean.paragraphs.map((paragraph) => paragraph.text).join('\n')}`;
  const { language } = clean.given;
  if (language) return fromTag(language, text);
  return languages.identify(text.slice(0, 6000), statedLanguages(clean));
};

const fromTag = (tag: string, text: string): FoundLanguage => {
  const [code = 'und', ...rest] = tag.split(/[-_]/);
  const told = rest.find((part) => /^[a-z]{4}$/i.test(part));
  if (told) return { code: code.toLowerCase(), script: titleCase(told) };
  const script = code.toLowerCase() === 'zh' ? chineseScript(text) : profileFor(tag).scripts[0];
  return { code: code.toLowerCase(), script: script ?? scriptOf(text) ?? 'Zyyy' };
};

const titleCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

const stating = new Set([
  'lang',
  'html.lang',
  'inlanguage',
  'og:locale',
  'content-language',
  'language',
  'dc.language',
]);

const statedLanguages = (clean: CleanArticle): readonly string[] =>
  clean.statements
    .filter(({ property }) => stating.has(property))
    .map(({ value }) => value.split(/[-_]/)[0]?.toLowerCase() ?? '');
