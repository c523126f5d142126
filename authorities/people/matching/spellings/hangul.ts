/**
 * How Korean syllables are written in Latin letters: Revised Romanisation first, then McCune–Reischauer without
 * its diacritics, then the spellings that persons use for their own names (`Lee`, `Park`, `Woo`, `Chung`).
 */
const initials = [
  ['g', 'k'],
  ['kk', 'gg', 'k'],
  ['n', 'r', 'l'],
  ['d', 't'],
  ['tt', 'dd', 't'],
  ['r', 'l', 'n', 'rh', ''],
  ['m'],
  ['b', 'p'],
  ['pp', 'bb', 'p'],
  ['s', 'sh'],
  ['ss', 's'],
  ['', 'y'],
  ['j', 'ch', 'z'],
  ['jj', 'tch', 'ch'],
  ['ch'],
  ['k', 'kh'],
  ['t', 'th'],
  ['p', 'ph'],
  ['h'],
] as const;

const vowels = [
  ['a', 'ah'],
  ['ae', 'ai', 'e', 'ea'],
  ['ya'],
  ['yae', 'yai'],
  ['eo', 'u', 'o', 'uh', 'ou', 'au'],
  ['e', 'eh'],
  ['yeo', 'yo', 'you', 'yu', 'yeu', 'yuh'],
  ['ye', 'yeh', 'e'],
  ['o', 'oh'],
  ['wa', 'oa'],
  ['wae', 'wai'],
  ['oe', 'oi', 'we', 'oei'],
  ['yo'],
  ['u', 'oo', 'woo', 'wu', 'ou'],
  ['wo', 'weo', 'won', 'wuh'],
  ['we'],
  ['wi', 'wee', 'ui'],
  ['yu', 'yoo', 'you', 'ryu'],
  ['eu', 'u', 'oo', 'o', 'e'],
  ['ui', 'eui', 'ee', 'i', 'yi'],
  ['i', 'ee', 'yi', 'ie', 'y'],
] as const;

const finals = [
  [''],
  ['k', 'g', 'ck'],
  ['k', 'kk'],
  ['k'],
  ['n'],
  ['n'],
  ['n'],
  ['t', 'd'],
  ['l', 'r', 'll'],
  ['k', 'lk'],
  ['m', 'lm'],
  ['l'],
  ['l'],
  ['l'],
  ['p'],
  ['l'],
  ['m'],
  ['p', 'b', 'up'],
  ['p', 'ps'],
  ['t', 's'],
  ['t', 'ss'],
  ['ng'],
  ['t', 'j'],
  ['t', 'ch'],
  ['k'],
  ['t'],
  ['p'],
  ['t', 'h'],
] as const;

/** Surnames whose usual spelling follows no system. */
const surnames: Readonly<Record<string, readonly string[]>> = {
  이: ['lee', 'rhee', 'yi', 'ri', 'ree', 'li'],
  리: ['lee', 'ri', 'rhee'],
  박: ['park', 'pak', 'bak', 'bark'],
  최: ['choi', 'choe', 'chwe', 'choy'],
  정: ['jung', 'chung', 'jeong', 'chong', 'joung', 'cheong', 'chyung'],
  노: ['roh', 'noh', 'ro', 'rho'],
  로: ['roh', 'ro', 'rho'],
  유: ['yoo', 'ryu', 'you', 'yu', 'ryoo', 'lew'],
  류: ['ryu', 'yoo', 'ryoo', 'lyu'],
  임: ['lim', 'im', 'rim', 'yim'],
  림: ['rim', 'lim'],
  강: ['kang', 'gang', 'khang'],
  양: ['yang', 'ryang'],
  량: ['ryang', 'yang'],
  여: ['yeo', 'yuh', 'yo', 'lyuh'],
  연: ['yeon', 'yon', 'youn', 'ryon'],
  우: ['woo', 'wu', 'u'],
  오: ['oh', 'o', 'oe'],
  주: ['joo', 'ju', 'chu', 'choo'],
  조: ['cho', 'jo', 'joe'],
  전: ['jeon', 'chun', 'jun', 'chon', 'cheon'],
  천: ['chun', 'cheon', 'chon'],
  선: ['sun', 'seon', 'sunn', 'son'],
  성: ['sung', 'seong', 'song'],
  신: ['shin', 'sin'],
  심: ['shim', 'sim'],
  손: ['son', 'sohn', 'shon'],
  문: ['moon', 'mun'],
  구: ['koo', 'ku', 'gu', 'goo'],
  기: ['ki', 'gi', 'kee'],
  길: ['gil', 'kil'],
  영: ['young', 'yong', 'yeong', 'yung'],
  용: ['yong', 'young', 'ryong'],
  은: ['eun', 'un', 'uhn'],
  준: ['joon', 'jun', 'june', 'chun'],
  원: ['won', 'weon', 'one'],
  희: ['hee', 'hui', 'hi', 'heui'],
  수: ['soo', 'su'],
  숙: ['sook', 'suk'],
  순: ['soon', 'sun'],
  훈: ['hoon', 'hun'],
  춘: ['choon', 'chun'],
  균: ['kyun', 'gyun', 'kyoon'],
  홍: ['hong'],
};

const syllables = 0xac00;

/** Spellings of one syllable, at most some dozens; none if it is not a Hangul syllable. */
export const hangulSpellings = (syllable: string): readonly string[] => {
  const index = (syllable.codePointAt(0) ?? 0) - syllables;
  if (index < 0 || index >= 11_172) return [];
  const first = initials[Math.floor(index / 588)] ?? [];
  const middle = vowels[Math.floor((index % 588) / 28)] ?? [];
  const last = finals[index % 28] ?? [];
  const all = first.flatMap((one) => middle.flatMap((two) => last.map((three) => one + two + three)));
  return [...new Set([...(surnames[syllable] ?? []), ...all])];
};
