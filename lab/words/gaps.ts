/**
 * Lists what the dictionary lacks in a language, the commonest English words first:
 * `node lab/words/gaps.ts --data ../shared/data --shares <folder> --only es`
 * where the folder is that of `build.ts`. A line: what is wrong (`missing`, `rare`), the English word, its part of
 * speech, and the translations that there are.
 */
import { parseArgs } from 'node:util';
import { foldWord } from '../../authorities/words/fold.ts';
import { languages } from '../../languages/index.ts';
import { type Entry, readEntries, readShares } from './sources.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, shares: { type: 'string' }, only: { type: 'string' } },
});
if (!values.data || !values.shares) throw new Error('which folders? --data and --shares');
const { data, shares } = { data: values.data, shares: values.shares };

const contentWords: ReadonlySet<string> = new Set(['n', 'v', 'adj']);
/** So many of the commonest words of each part of speech are looked at; the words of the own lists in any case. */
const mostWords = 3000;
/** A use of a word that fewer languages translate in Wiktionary is a rare one (`to table`). */
const leastLanguages = 8;
/** A word that stands less than once in 2 million words finds next to nothing. */
const rareShare = 5e-7;

const codes = languages.map(({ code }) => code).filter((code) => code !== 'en' && code !== 'und');
const entries = new Map(codes.map((code) => [code, readEntries(data, code)]));

/** `export` and `n`, as one key. */
const wordAndPos = ({ english, pos }: Entry): string => `${english}\t${pos}`;

const commonUses = (): readonly string[] => {
  const translated = new Map<string, Set<string>>();
  for (const [code, list] of entries)
    for (const entry of list)
      if (entry.source === 'wiktionary' && contentWords.has(entry.pos))
        translated.set(wordAndPos(entry), (translated.get(wordAndPos(entry)) ?? new Set()).add(code));
  const share = readShares(shares, 'en');
  const shareOf = (use: string): number => share.get(use.split('\t')[0] ?? '') ?? 0;
  const uses = [...translated.keys()].filter((use) => (translated.get(use)?.size ?? 0) >= leastLanguages);
  const ranked = uses.sort((left, right) => shareOf(right) - shareOf(left));
  return [...contentWords].flatMap((pos) =>
    ranked.filter((use) => use.endsWith(`\t${pos}`)).slice(0, mostWords),
  );
};

/** Words and phrases that somebody wrote down for any language: mostly news terms. */
const ownWords = (): readonly string[] => [
  ...new Set(
    [...entries.values()].flat().flatMap(({ source, english }) => (source === 'own' ? [english] : [])),
  ),
];

const termsBy = (
  list: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const entry of list) {
    const terms = found.get(keyOf(entry)) ?? new Set();
    found.set(keyOf(entry), terms);
    for (const term of entry.terms) terms.add(term);
  }
  return found;
};

const report = (code: string, uses: readonly string[], own: readonly string[]): void => {
  const list = (entries.get(code) ?? []).filter(({ source }) => source !== 'places');
  const byUse = termsBy(list, wordAndPos);
  const byWord = termsBy(list, ({ english }) => english);
  const written = new Set(list.flatMap(({ source, english }) => (source === 'own' ? [english] : [])));
  const share = readShares(shares, code);
  const rare = (term: string): boolean =>
    foldWord(term, code)
      .split(/[\s'-]+/u)
      .some((word) => (share.get(word) ?? 0) < rareShare);
  const judge = (word: string, pos: string, terms: ReadonlySet<string> | undefined): void => {
    if (!terms)
      process.stdout.write(`${code}\tmissing\t${word}\t${pos}\t${[...(byWord.get(word) ?? [])].join('|')}\n`);
    else if ([...terms].every(rare))
      process.stdout.write(`${code}\trare\t${word}\t${pos}\t${[...terms].join('|')}\n`);
  };
  for (const use of uses) {
    const [word = '', pos = ''] = use.split('\t');
    if (!written.has(word)) judge(word, pos, byUse.get(use));
  }
  for (const word of own) if (!written.has(word)) judge(word, '', byWord.get(word));
};

const uses = commonUses();
const own = ownWords();
for (const code of codes) if (!values.only || values.only === code) report(code, uses, own);
