import type { CleanArticle } from '../../../domain/article.ts';
import type { SharedTables } from '../../../domain/shared-tables.ts';
import { languageOfTag, profileFor } from '../../../languages/index.ts';
import { scriptOf } from '../../../languages/scripts.ts';
import { chineseScript, mixesChineseScripts } from '../../../languages/zh-scripts.ts';
import { byScript, sharing } from './by-script.ts';
import { type LanguageModel, loadLanguageModel } from './model.ts';
import { mayBeSerbian, tellSouthSlavic } from './south-slavic.ts';
import { tellingWords } from './telling-words.ts';

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
   * @param expected  languages that the page itself states: they decide between similar ones
   */
  identify(text: string, expected?: readonly string[]): FoundLanguage;
}

/** Prior for languages with far more news than similar languages, in natural logarithms. */
const commoner = new Set(
  'az be bg ca cs da de en es fi fr hi hr hu id it mr nl pl pt ro ru sk sv sw tl tr uk vi'.split(' '),
);
const advantage = 4;
/** The weight of the language that the page states. */
const word = 6;
const longestText = 1200;

/** Loads the identifier: scripts by rule, languages of one script by n-grams. */
export const loadLanguageIdentifier = (tables?: SharedTables): LanguageIdentifier => {
  const model = loadLanguageModel(tables);
  const indices = (codes: readonly string[]): number[] =>
    codes.map((code) => model.languages.indexOf(code)).filter((index) => index >= 0);
  const others = new Set([...Object.values(sharing).flat(), ...Object.values(byScript), 'zh']);
  const latin = indices(model.languages.filter((code) => !others.has(code)));
  const among = new Map(Object.entries(sharing).map(([script, codes]) => [script, indices(codes)]));
  return {
    identify: (text, expected = []) => {
      const start = text.slice(0, 4000);
      const script = scriptOf(start);
      if (script === null) return { code: 'und', script: 'Zyyy' };
      if (script === 'Hani')
        return mixesChineseScripts(start) && !expected.includes('zh')
          ? { code: 'ja', script: 'Jpan' }
          : { code: 'zh', script: chineseScript(start) };
      const told = byScript[script];
      if (told !== undefined) return { code: told, script: script === 'Hang' ? 'Kore' : script };
      return { code: likeliest(model, start, among.get(script) ?? latin, expected), script };
    },
  };
};

const likeliest = (
  model: LanguageModel,
  text: string,
  among: readonly number[],
  expected: readonly string[],
): string => {
  const words =
    text
      .slice(0, longestText)
      .toLowerCase()
      .match(/[\p{L}\p{M}]{1,40}/gu) ?? [];
  const letters = words.reduce((sum, each) => sum + each.length, 0);
  const priorOf = (code: string): number =>
    (commoner.has(code) ? advantage : 0) + (expected.includes(languageOfTag(code)) ? word : 0);
  let best = 'und';
  let highest = Number.NEGATIVE_INFINITY;
  const known = model.weighWords(words, among);
  for (const [index, perLetter] of model.score(words, among)) {
    const code = model.languages[index] ?? 'und';
    const score = perLetter * letters + priorOf(code) + tellingWords(code, words) + (known.get(index) ?? 0);
    if (score > highest) [best, highest] = [code, score];
  }
  return languageOfTag(mayBeSerbian(best) ? tellSouthSlavic(model, words, priorOf, advantage) : best);
};

/**
 * The language of an article: as given, else that of its main text, with the page's own statement as weak evidence.
 * A language without a profile of its own is `und` in the index; here it keeps its code.
 */
export const findLanguage = (clean: CleanArticle, languages: LanguageIdentifier): FoundLanguage => {
  const text = `${clean.title ?? ''}\n${clean.paragraphs.map((paragraph) => paragraph.text).join('\n')}`;
  const { language } = clean.given;
  if (language) return fromTag(language, text);
  return languages.identify(text.slice(0, 6000), statedLanguages(clean));
};

const fromTag = (tag: string, text: string): FoundLanguage => {
  const code = languageOfTag(tag);
  const rest = tag.split(/[-_]/).slice(1);
  const told = rest.find((part) => /^[a-z]{4}$/i.test(part));
  if (told) return { code, script: titleCase(told) };
  if (code === 'zh') return { code: 'zh', script: chineseScript(text) };
  const { scripts } = profileFor(tag);
  const [usual = 'Zyyy'] = scripts;
  // A language without a profile has no usual script, so the tagger is chosen by the letters of the text; Serbian has two.
  const written = usual === 'Zyyy' || scripts.length > 1 ? scriptOf(text) : null;
  if (written !== null && (usual === 'Zyyy' || scripts.includes(written))) return { code, script: written };
  return { code, script: usual };
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
  clean.statements.filter(({ property }) => stating.has(property)).map(({ value }) => languageOfTag(value));
