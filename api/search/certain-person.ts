import { nameTokens, normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import { nominatives } from '../../authorities/people/matching/russian-cases.ts';
import { slavicSpellings } from '../../authorities/people/matching/spellings/cyrillic.ts';
import { ofOneWord, type PersonMatch } from '../../authorities/people/record.ts';
import { isSpacedTitle } from '../../authorities/people/title-words.ts';
import type { Beside } from '../query/name-runs.ts';
import type { Authorities } from './authorities.ts';

/**
 * The person whom words certainly name; null for none or several.
 *
 * One word counts as a person's surname only by itself: in `Hunter Biden` neither word does.
 */
export const certainPerson = (text: string, beside: Beside, authorities: Authorities): string | null => {
  if (!mayBeName(text)) return null;
  // A similar sound is not enough, because the words need not be a name, and every run of words is looked up.
  const found = authorities.people.findByLetters(text);
  const [best, next] = found;
  if (!best) return null;
  if (ofOneWord.has(best.how))
    return standsAlone(text, beside, authorities) ? mostNamed(text, found, authorities) : null;
  if (best.score < CERTAIN) return null;
  return !next || best.score - next.score >= MARGIN ? best.id : null;
};

const CERTAIN = 0.8;
/** Matches whose scores differ by less are equally good. */
export const MARGIN = 0.1;

/** `may` and `bush` are words, `May` and `Bush` may be names; Han and Arabic know no capitals. */
export const mayBeName = (text: string): boolean =>
  text.length <= 100 && /\p{L}{2}/u.test(text) && (/\s/.test(text) || !/^\p{Ll}/u.test(text));

/** A capitalized word beside it makes it part of a longer name, unless that is a title before it or a place after it. */
const standsAlone = (text: string, { before, behind }: Beside, authorities: Authorities): boolean => {
  if (isPlace(text, authorities)) return false;
  const { archive } = authorities;
  const isNamed = (name: string): boolean => (archive?.idsOf('person', normalizeName(name)).length ?? 0) > 0;
  if (before !== undefined && (isNamed(`${before} ${text}`) || isNamed(`${text} ${before}`))) return false;
  if (behind !== undefined && (isNamed(`${text} ${behind}`) || isNamed(`${behind} ${text}`))) return false;
  const free = before === undefined || !isCapital(before) || isSpacedTitle([before.toLowerCase()], text);
  return free && (behind === undefined || !isCapital(behind) || isPlace(behind, authorities));
};

const isCapital = (word: string): boolean => /^\P{L}*\p{Lu}/u.test(word);

/** Washington is a city before it is a member of Congress. */
const isPlace = (word: string, { places }: Authorities): boolean => places.findByName(word).length > 0;

/** The person whom the archive names ten times as often as all others together, in at least a few articles. */
const DOMINANCE = 10;
const FEW = 3;

/** Of the persons with a surname, the one whom it means in these articles. */
const mostNamed = (
  word: string,
  found: readonly PersonMatch[],
  { people, archive }: Authorities,
): string | null => {
  const bearers = found.filter(({ id }) => isOwnWord(word, people.get(id)?.names ?? []));
  const counts = archive?.counts('person');
  const [best, ...others] = bearers
    .map(({ id }) => ({ id, articles: counts?.get(id) ?? 0 }))
    .sort((one, other) => other.articles - one.articles);
  if (!best) return null;
  const rest = others.reduce((sum, { articles }) => sum + articles, archive?.unrecordedBearers(word) ?? 0);
  const outweighs = best.articles >= DOMINANCE * rest;
  return outweighs && (others.length === 0 || best.articles >= FEW) ? best.id : null;
};

/** A middle name in an alias (`Denise Phua Lay Peng`) is not a surname; a Slavic surname has many spellings. */
const isOwnWord = (
  word: string,
  names: readonly { readonly form: string; readonly kind: string; readonly language: string }[],
): boolean => {
  const tokens = nameTokens(word);
  const forms = new Set([tokens, ...nominatives(tokens)].map((each) => each.join(' ')));
  return names.some(({ form, kind, language }) => {
    if (language === 'mul') return false;
    const own = nameTokens(form);
    const spelled = slavicSpellings(own.slice(-1)).flat();
    return (
      (kind === 'official' && own.some((token) => forms.has(token))) || spelled.includes(tokens.join(' '))
    );
  });
};
