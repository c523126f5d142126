import type { NameSpan } from '../name-span.ts';
import { hashFolded } from '../tagger/hashing.ts';
import { kinds } from '../tagger/tokens.ts';
import { follows, hashesOf, opensSentence, printed, wordsOf } from './read-words.ts';
import type { CorrectionRule, ReadWords } from './rule.ts';

const none: readonly string[] = [];
const and = /^(?:&|y|e|et|und|and)$/u;
const lastWord = /([\p{L}\p{M}-]{2,24})[ \u00a0]$/u;

/** Things named after persons, printed before the name: streets, hospitals, ships, foundations. */
export const calledAfter: CorrectionRule<ReadWords> = {
  id: 'called-after',
  languages: 'all',
  examples: [
    [
      'fr',
      'Le porte-avions [Jean-Bernard] quitte la rue [Jean Moreau].',
      'Le porte-avions Jean-Bernard quitte la rue Jean Moreau.',
    ],
    ['ar', 'نقل إلى مستشفى [محمد الهاشمي]', 'نقل إلى مستشفى محمد الهاشمي'],
    ['en', 'The carrier [Kitty Hawk] sailed.', 'The carrier Kitty Hawk sailed.'],
    [
      'es',
      'La Fundación [Ana] & [Carlos Romero] y [Ana Torres].',
      'La Fundación Ana & Carlos Romero y [Ana Torres].',
    ],
  ],
  apply: (read, spans) => {
    const before = hashesOf(read.words.namesakes ?? none);
    const places = wordsOf(read, spans);
    // If a given name alone was dropped, so is the name joined to it (`Fundación Bill & Melinda Gates`).
    let open = -1;
    return spans.filter((span, index) => {
      const [first, last] = places[index] ?? [0, 0];
      const coupled = open === first - 2 && and.test(printed(read, first - 1));
      if (!coupled && !isCalledAfter(read, span, before)) return true;
      if (first === last) open = last;
      return false;
    });
  },
};

const isCalledAfter = ({ text }: ReadWords, { start }: NameSpan, before: ReadonlySet<number>): boolean => {
  const word = lastWord.exec(text.slice(Math.max(0, start - 26), start))?.[1];
  return word !== undefined && before.has(hashFolded(word, 0, word.length));
};

const shipArticle = /^(?:le|du|au)$/iu;
const nounBehind = /^ ?-\p{Lu}/u;

/** Hyphens in things named after persons: French joins the parts of the name (a ship), German name and noun. */
export const hyphenedNamesake: CorrectionRule<ReadWords> = {
  id: 'hyphened-namesake',
  languages: ['de', 'fr'],
  examples: [
    [
      'fr',
      'Une panne du [Charles-de-Gaulle] inquiète [Jean-Paul Moreau].',
      'Une panne du Charles-de-Gaulle inquiète [Jean-Paul Moreau].',
    ],
    [
      'de',
      'Er wohnt am [Otto-Braun]-Platz, so [Karl-Heinz Braun].',
      'Er wohnt am Otto-Braun-Platz, so [Karl-Heinz Braun].',
    ],
  ],
  apply: (read, spans) => {
    const places = wordsOf(read, spans);
    return spans.filter((span, index) => !isHyphened(read, span, ...(places[index] ?? [0, 0])));
  },
};

const isHyphened = (read: ReadWords, { end }: NameSpan, first: number, last: number): boolean => {
  const { text, start } = read.tokens;
  if (last === first || printed(read, first + 1) !== '-' || /\s/u.test(text.slice(start[first], end)))
    return false;
  if (read.language === 'de') return nounBehind.test(text.slice(end, end + 3));
  return read.language === 'fr' && follows(read, first) && shipArticle.test(printed(read, first - 1));
};

const credited = /^ ?\([^()\n]{2,30}\) ?[-–—]/u;

/** A place in capitals that opens a dateline. */
export const creditedDateline: CorrectionRule<ReadWords> = {
  id: 'credited-dateline',
  languages: 'all',
  examples: [['fr', '[PARIS] (Reuters) - Le président parle.', 'PARIS (Reuters) - Le président parle.']],
  apply: (read, spans) => {
    const places = wordsOf(read, spans);
    return spans.filter((_, index) => !isDateline(read, ...(places[index] ?? [0, 0])));
  },
};

const isDateline = (read: ReadWords, first: number, last: number): boolean => {
  const { kind, end, text } = read.tokens;
  const from = end[last] ?? 0;
  return (
    kind[first] === kinds.shout && opensSentence(read, first) && credited.test(text.slice(from, from + 40))
  );
};
