import { inCyrillic } from '../../../languages/sr-letters.ts';
import type { LanguageModel } from './model.ts';
import { tellingWords } from './telling-words.ts';

const latin = ['hr', 'bs'];
/** How many times what it is worth elsewhere a telling word counts between these three. */
const WORTH = 3;

/** Whether a text in Latin script may be Serbian: the model knows that language in Cyrillic only. */
export const mayBeSerbian = (code: string): boolean => latin.includes(code);

/**
 * Croatian, Bosnian, or Serbian in Latin script: Serbian is compared as it is written in Cyrillic, letter for letter,
 * and small words that only some of the three have count beside the letters.
 *
 * @param words  letters only, lower case
 * @param prior  what else speaks for a language, in natural logarithms
 * @param usual  the prior of languages with much news, which `prior` does not give Serbian, as it is alone in its script
 */
export const tellSouthSlavic = (
  model: LanguageModel,
  words: readonly string[],
  prior: (code: string) => number,
  usual: number,
): string => {
  const cyrillic = words.map(inCyrillic);
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  const evidence = (code: string): number => {
    const index = model.languages.indexOf(code);
    const perLetter = model.score(code === 'sr' ? cyrillic : words, [index]).get(index) ?? 0;
    return (
      perLetter * letters + prior(code) + (code === 'sr' ? usual : 0) + WORTH * tellingWords(code, words)
    );
  };
  const scores = [...latin, 'sr'].map((code) => [code, evidence(code)] as const);
  return scores.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
};
