import { functionWords } from '../../languages/function-words.ts';
import { stopWords } from '../../languages/stop-words.ts';

/** Words of English questions and sentences that name nothing, beyond the commonest ones of the profiles. */
const english =
  'be been being as or not but than then there their they he she his her him them you i we our your me my whom whose why can could would should may might must will shall if about into over after before between during under above also such these those any all some no nor only own same so too very up down out off again further once here both each few more most other against among through because until while of s';

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a word says nothing by itself in a language: closed-class words are not searched for in translation. */
export const isSmallIn = (language: string): ((word: string) => boolean) => {
  const known = sets.get(language) ?? smallWords(language);
  sets.set(language, known);
  return (word) => known.has(word.toLowerCase());
};

const smallWords = (language: string): ReadonlySet<string> =>
  new Set([
    ...(functionWords[language] ?? []),
    ...(stopWordsOf[language] ?? []),
    ...(language === 'en' ? english.split(' ') : []),
  ]);

const stopWordsOf: Readonly<Record<string, readonly string[]>> = stopWords;
