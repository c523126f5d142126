import { functionWords } from '../../../languages/function-words.ts';
import { stopWords } from '../../../languages/stop-words.ts';
import { auxiliaries } from '../../train/forms/auxiliaries.ts';
import type { SearchText } from '../retrieval/article-search.ts';
import type { Lemmas } from './by-hand.ts';

const [mostWords, mostPairs] = [60, 40];
const leastTexts = 5;
/** Words in more texts are not significant. */
const mostShare = 0.1;

/**
 * Frequent words and pairs of adjacent words, spread evenly over those in at least five texts. Words whose lemma
 * is a function word or an auxiliary are left out, because lists of lemmas give `denen` all forms of `der`.
 */
export const drawTerms = (
  language: string,
  texts: readonly SearchText[],
  lemmas: Lemmas,
): readonly string[] => {
  const nouns = language === 'ko' ? koreanNouns(texts) : null;
  const isWanted = (word: string): boolean =>
    isContent(language, word) &&
    (nouns?.has(word) ?? true) &&
    ![...(lemmas.get(word) ?? [])].some((lemma) => smallWords(language).has(lemma));
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const { title, body } of texts) {
    const seen = new Set<string>();
    const together = new Set<string>();
    for (const sentence of `${title}\n${body}`.split(/[^\p{L}\p{M}\s'’-]+|\n/u)) {
      const cut = wordsOf(language, sentence);
      cut.forEach((word, at) => {
        if (isWanted(word)) seen.add(word);
        const next = cut[at + 1];
        if (next && isWanted(word) && isWanted(next))
          together.add(dense(language) ? word + next : `${word} ${next}`);
      });
    }
    for (const word of seen) words.set(word, (words.get(word) ?? 0) + 1);
    for (const pair of together) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [...spread(words, texts.length, mostWords), ...spread(pairs, texts.length, mostPairs)];
};

const dense = (language: string): boolean => ['zh', 'ja', 'th'].includes(language);

const wordsOf = (language: string, sentence: string): readonly string[] => {
  const text = sentence.normalize('NFC');
  if (!dense(language)) {
    const words = text.toLocaleLowerCase(language).match(/\p{L}[\p{L}\p{M}'’]*(?<!['’])/gu) ?? [];
    return language === 'ko' ? words.map((word) => word.replace(particles, '')) : words;
  }
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
};

/** Content words: no particles, and not so short that other words contain them. */
const isContent = (language: string, word: string): boolean => {
  if (word.length < (leastLetters[language] ?? 4)) return false;
  if (language === 'ja') return /^[\p{sc=Han}\p{sc=Kana}ー]+$/u.test(word);
  return !word.match(/['’]/u) && !smallWords(language).has(word);
};

const small = new Map<string, ReadonlySet<string>>();

const smallWords = (language: string): ReadonlySet<string> => {
  const known =
    small.get(language) ??
    new Set([functionWords, stopWordsOf, auxiliaries].flatMap((lists) => lists[language] ?? []));
  small.set(language, known);
  return known;
};

const leastLetters: Readonly<Record<string, number>> = { zh: 2, ja: 2, ko: 2, th: 4, vi: 3 };
const stopWordsOf: Readonly<Record<string, readonly string[]>> = stopWords;

/** Korean particles after a noun. */
const particles = /(?:에서|으로|에게|까지|부터|들을|들이|들은|들의|을|를|이|가|은|는|의|에|와|과|도|로|만)$/u;

/**
 * There is no list of Korean forms to count verbs by. A word counts as a noun if it occurs with the particles of both
 * subject and object.
 */
const koreanNouns = (texts: readonly SearchText[]): ReadonlySet<string> => {
  const [subjects, objects] = [new Set<string>(), new Set<string>()];
  for (const { title, body } of texts)
    for (const word of `${title}\n${body}`.match(/\p{sc=Hang}+/gu) ?? []) {
      if (/[이가]$/u.test(word)) subjects.add(word.slice(0, -1));
      if (/[을를]$/u.test(word)) objects.add(word.slice(0, -1));
    }
  return new Set([...subjects].filter((noun) => objects.has(noun)));
};

const spread = (counted: ReadonlyMap<string, number>, texts: number, most: number): readonly string[] => {
  const frequent = [...counted]
    .filter(([, count]) => count >= leastTexts && count <= Math.max(leastTexts, mostShare * texts))
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, 5 * most);
  const step = Math.max(1, frequent.length / most);
  return Array.from(
    { length: Math.min(most, frequent.length) },
    (_, at) => frequent[Math.floor(at * step)]?.[0] ?? '',
  );
};
