import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHan, simplify } from '../han.ts';
import { hangulSpellings } from './hangul.ts';

/** Replacements tried one after another on a syllable; each gives one more spelling where it fits. */
type Rules = readonly (readonly [pattern: RegExp, spelling: string])[];

/** Pinyin as Wade–Giles without diacritics, as in Taiwan and in older books. */
const wadeInitials: Rules = [
  [/^b/, 'p'],
  [/^d/, 't'],
  [/^g/, 'k'],
  [/^(j|q|zh)/, 'ch'],
  [/^x/, 'hs'],
  [/^(z|c)(?!h)/, 'ts'],
  [/^r/, 'j'],
];
const wadeFinals: Rules = [
  [/^si$/, 'szu'],
  [/^tsi$/, 'tzu'],
  [/^(sh|ch|j)i$/, '$1ih'],
  [/^yan$/, 'yen'],
  [/ian$/, 'ien'],
  [/(?<=[^u])ong$/, 'ung'],
  [/(i|y|u)e$/, '$1eh'],
  [/(?<=^[kh])e$/, 'o'],
  [/(?<=^[dtnlsjc]s?h?)uo$/, 'o'],
  [/^yi$/, 'i'],
  [/^you$/, 'yu'],
  [/^er$/, 'erh'],
];

/** Cantonese romanization of names in Hong Kong and Macao, and of Chinese names in Malaysia and Singapore. */
const jyutInitials: readonly (readonly [initial: string, spellings: readonly string[]])[] = [
  ['gw', ['kw', 'gw']],
  ['kw', ['kw']],
  ['ng', ['ng', '']],
  ['b', ['p', 'b']],
  ['d', ['t', 'd']],
  ['g', ['k', 'g']],
  ['z', ['ch', 'ts', 'tz', 'j', 'c']],
  ['c', ['ch', 'ts']],
  ['s', ['s', 'sh']],
  ['j', ['y', 'j', '']],
];
const jyutFinals: Readonly<Record<string, readonly string[]>> = {
  aa: ['a', 'ah'],
  aai: ['ai'],
  aau: ['au', 'aw'],
  aam: ['am'],
  aan: ['an'],
  aang: ['ang'],
  aap: ['ap'],
  aat: ['at'],
  aak: ['ak'],
  ai: ['ai'],
  am: ['am', 'um'],
  an: ['an', 'un'],
  ap: ['ap', 'up'],
  ak: ['ak', 'uk'],
  e: ['e', 'eh'],
  ei: ['ei', 'ee', 'i', 'ay', 'ey'],
  i: ['i', 'ee', 'ze', 'e'],
  im: ['im', 'ym'],
  o: ['o', 'oh'],
  oi: ['oi', 'oy'],
  ou: ['o', 'ou', 'ow'],
  u: ['u', 'oo'],
  un: ['un', 'oon'],
  ung: ['ung', 'oong'],
  oeng: ['eung', 'ong', 'oeng', 'iong'],
  oek: ['euk', 'eok', 'ok'],
  eoi: ['ui', 'oi', 'eui'],
  eon: ['un', 'on'],
  eot: ['ut'],
  yu: ['yu', 'ue', 'u', 'ee'],
  yun: ['uen', 'un', 'yuen', 'uan'],
  yut: ['uet', 'ut', 'yuet'],
  m: ['ng', 'm'],
};

const mostKept = 20_000;
const kept = new Map<string, readonly string[]>();

/**
 * How a Han character of a name is written in Latin letters: pinyin, Wade–Giles, Cantonese,
 * Korean, and the surnames of the Hokkien, Teochew and Hakka of South-East Asia.
 */
export const hanSpellings = (character: string): readonly string[] => {
  const known = kept.get(character);
  if (known) return known;
  const spellings = [
    ...new Set([
      ...(surnames().get(simplify(character)) ?? []),
      ...mandarinSpellings(readHan(simplify(character), 'mandarin')),
      ...cantoneseSpellings(readHan(character, 'cantonese')),
      ...hangulSpellings(readHan(character, 'korean')),
    ]),
  ].filter((spelling) => /^[a-z]+$/.test(spelling));
  if (kept.size >= mostKept) kept.clear();
  kept.set(character, spellings);
  return spellings;
};

const mandarinSpellings = (pinyin: string): readonly string[] => {
  const plain = pinyin.replace('v', 'u');
  const initial = applyAll(plain, wadeInitials);
  return [plain, initial, applyAll(initial, wadeFinals), plain.replace(/^x/, 'sh').replace(/^q/, 'ch')];
};

const applyAll = (syllable: string, rules: Rules): string =>
  rules.reduce((spelling, [pattern, wanted]) => spelling.replace(pattern, wanted), syllable);

const cantoneseSpellings = (jyutping: string): readonly string[] => {
  if (!/^[a-z]+$/.test(jyutping)) return [];
  const found = jyutInitials.find(([initial]) => jyutping.startsWith(initial) && jyutping !== initial);
  const initials = found?.[1] ?? [/^[bcdfghjklmnpqrstvwxyz]*/.exec(jyutping)?.[0] ?? ''];
  const rest = jyutping.slice(found ? found[0].length : (initials[0]?.length ?? 0));
  const finals = jyutFinals[rest] ?? [rest];
  return initials.flatMap((initial) => finals.map((final) => initial + final));
};

let table: ReadonlyMap<string, readonly string[]> | null = null;

const surnames = (): ReadonlyMap<string, readonly string[]> => {
  table ??= new Map(
    readFileSync(join(import.meta.dirname, 'chinese-surnames.tsv'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([character = '', spellings = '']) => [character, spellings.split(' ')]),
  );
  return table;
};
