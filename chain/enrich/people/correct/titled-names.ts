import { profileFor } from '../../../../languages/index.ts';
import { titlesOf } from '../../../../languages/titles.ts';
import type { NameSpan } from '../name-span.ts';
import { cueClasses } from '../tagger/cues.ts';
import { nameBits } from '../tagger/name-table.ts';
import { gaps, kinds } from '../tagger/tokens.ts';
import { cueAt, findFree, follows, hashAt, hashesOf, isCapital, knownAs, printed } from './read-words.ts';
import { type CorrectionRule, inOrder, type ReadWords } from './rule.ts';

const mostWords = 3;
/** A word that is more frequent than this in lower case is not a name, even after a title. */
const commonest = 4;

/**
 * Capitalised words that the tagger missed right after an office, a profession or a kin word, unless they are a known
 * place or organisation.
 */
export const behindTitle: CorrectionRule<ReadWords> = {
  id: 'behind-title',
  languages: 'all',
  examples: [
    [
      'en',
      'The union called on President Qarnoux to act.',
      'The union called on President [Qarnoux] to act.',
    ],
    ['en', 'A letter of Sen. Qarnoux said so.', 'A letter of Sen. [Qarnoux] said so.'],
    ['en', 'He thanked President Xi, and left.', 'He thanked President [Xi], and left.'],
    [
      'es',
      'Abrazó a su hijo Qarnú, y el guardameta Qarnó salió.',
      'Abrazó a su hijo [Qarnú], y el guardameta [Qarnó] salió.',
    ],
    [
      'en',
      'The President will act, said the minister Tuesday.',
      'The President will act, said the minister Tuesday.',
    ],
    ['de', 'Der Präsident Qarnoux', 'Der Präsident Qarnoux'],
  ],
  apply: (read, spans) => inOrder(spans, findTitled(read, spans)),
};

const findTitled = (read: ReadWords, spans: readonly NameSpan[]): NameSpan[] => {
  const titles = hashesOf(titlesOf(profileFor(read.language).titles, 'before'));
  if (titles.size === 0) return [];
  const free = findFree(read, spans);
  const { start, end, kind, count } = read.tokens;
  const found: NameSpan[] = [];
  for (let at = 1; at < count; at += 1) {
    if (free[at] === 0 || kind[at] !== kinds.capital || !follows(read, at)) continue;
    if (!titles.has(titleHash(read, at - 1)) || !isName(read, at)) continue;
    let last = at;
    while (
      last - at + 1 < mostWords &&
      free[last + 1] === 1 &&
      follows(read, last + 1) &&
      isName(read, last + 1)
    )
      last += 1;
    if (!goesOn(read, last, free)) found.push({ start: start[at] ?? 0, end: end[last] ?? 0 });
    at = last;
  }
  return found;
};

/** Whether more capitalized words follow, which would make it the name of something else. */
const goesOn = (read: ReadWords, last: number, free: Uint8Array): boolean => {
  const { text, end, gap } = read.tokens;
  const next = last + 1;
  if (follows(read, next)) return free[next] === 0 || isCapital(read, next);
  const joined = gap[next] === gaps.none && /[-’']/u.test(text.charAt(end[last] ?? 0));
  return joined && isCapital(read, next + 1);
};

/** An abbreviated title keeps its full stop as a separate word (`Sen. Miller`). */
const titleHash = (read: ReadWords, at: number): number =>
  hashAt(read, printed(read, at) === '.' && read.tokens.gap[at] === gaps.none ? at - 1 : at);

const isName = (read: ReadWords, at: number): boolean => {
  if (read.tokens.kind[at] !== kinds.capital || cueAt(read, at) !== cueClasses.none) return false;
  const hash = hashAt(read, at);
  const bits = read.table.bits(hash);
  const { given, surname } = knownAs(read, at);
  if ((bits & nameBits.organisation) !== 0) return false;
  // Many place names are also personal names; after an office it is the person (`President Xi`).
  if ((bits & nameBits.place) !== 0 && given === 0 && surname === 0) return false;
  if (read.table.commonness(hash) > commonest + (given > 1 ? 1 : 0)) return false;
  return printed(read, at).length > 1 || surname > 0;
};
