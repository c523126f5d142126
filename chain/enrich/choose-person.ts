import type { PersonMatch } from '../../authorities/people/index.ts';
import { nameTokens } from '../../authorities/people/matching/normalize-name.ts';
import { type Evidence, isBeside, supportOf } from './person-evidence.ts';

/** A person who may be meant, with the evidence. */
export interface Candidate {
  readonly match: PersonMatch;
  readonly evidence: Evidence;
}

/** What a surname alone needs; see `supportOf`. */
const enoughForSurname = 3;
/** Millions of people share a surname of one character. */
const enoughForCharacter = 4;

/**
 * The only candidate that fits name and context, or none: a wrong person is worse than none. Only candidates with the
 * most certain kind of match are considered; the context distinguishes namesakes.
 */
export const choosePerson = (name: string, candidates: readonly Candidate[]): Candidate | null => {
  const possible = candidates.filter(({ evidence }) => evidence.years !== 'against');
  const by = (...kinds: readonly PersonMatch['how'][]): Candidate[] =>
    possible.filter(({ match }) => kinds.includes(match.how));
  const full = by('exact', 'order');
  const recent = (found: readonly Candidate[]): Candidate[] =>
    found.filter(({ evidence }) => evidence.years !== 'past');
  const best = bestOf(full);
  // The short name of one person may be the surname of another person whose full name is in the article.
  const named = nameTokens(name).length === 1 ? namedIn(by('exact', 'surname', 'given')) : null;
  if (named) return named;
  if (best && (!isOneWord(name) || supportOf(best.evidence) >= 1)) return best;
  if (full.length > 0) return null;
  const partial = recent(by('partial'));
  if (partial.length > 0) return chooseByPart(name, partial);
  const shortened = by('initials');
  if (shortened.length > 0) return chooseByInitials(recent(shortened));
  const heard = bestOf(recent(by('sound')));
  if (heard) return isBeside(heard.evidence) ? heard : null;
  return chooseBySurname(
    recent(by('surname', 'given')),
    [...name].length === 1 ? enoughForCharacter : enoughForSurname,
  );
};

/** This many recorded persons with the name suggest thousands in reality. */
const crowd = 8;

/** Parts that the record lacks may be someone else's name. */
const chooseByPart = (name: string, candidates: readonly Candidate[]): Candidate | null => {
  const best = bestOf(candidates);
  if (!best) return null;
  return nameTokens(name).length < 3 || supportOf(best.evidence) >= enoughForPart ? best : null;
};

const enoughForPart = 1;

/** The only candidate whose full name is in the article. */
const namedIn = (candidates: readonly Candidate[]): Candidate | null => {
  const [named, other] = candidates.filter(({ evidence }) => evidence.named);
  return named && !other ? named : null;
};

/** A surname alone needs two pieces of evidence; leading a state in the article's year is one. */
const chooseBySurname = (candidates: readonly Candidate[], enough: number): Candidate | null => {
  const best = bestOf(candidates);
  if (!best) return null;
  const { evidence } = best;
  const isCrowd = candidates.length > crowd && enough === enoughForSurname;
  const alone = candidates.length === 1 ? 0.5 : 0;
  const known = supportOf(evidence) + alone - (isCrowd ? 1 : 0) + (evidence.leads ? 1 : 0);
  return (evidence.office !== null || evidence.country !== null) && known >= enough ? best : null;
};

/** Hundreds of people share a surname and an initial: an office or country beside the name must fit, and one more piece of evidence. */
const chooseByInitials = (candidates: readonly Candidate[]): Candidate | null => {
  const best = bestOf(candidates);
  if (!best) return null;
  const { evidence } = best;
  const known = supportOf(evidence) + (candidates.length === 1 ? 0.5 : 0) + (evidence.leads ? 1 : 0);
  return isBeside(evidence) && known >= enoughForInitials ? best : null;
};

const enoughForInitials = 2;

/** Many people share a single word as name, but a word in Han or Hangul is a whole name. */
const isOneWord = (name: string): boolean =>
  nameTokens(name).length === 1 && !/\p{Script=Han}|\p{Script=Hangul}/u.test(name);

/** The only one, or the only one whom the context supports better than all others. */
const bestOf = (candidates: readonly Candidate[]): Candidate | null => {
  const [best, next] = [...candidates].sort(
    (one, other) =>
      supportOf(other.evidence) - supportOf(one.evidence) || other.match.score - one.match.score,
  );
  if (!best) return null;
  const leads =
    !next ||
    supportOf(best.evidence) > supportOf(next.evidence) ||
    (best.match.how === 'sound' &&
      next.match.how === 'sound' &&
      best.match.score - next.match.score > clearly);
  return leads ? best : null;
};

/** How much likelier the one must be than another with a similar sound. */
const clearly = 0.02;
