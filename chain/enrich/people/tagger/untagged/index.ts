import type { PeopleAuthority } from '../../../../../authorities/people/index.ts';
import { profileFor } from '../../../../../languages/index.ts';
import { titlesOf } from '../../../../../languages/titles.ts';
import type { NameSpan } from '../../name-span.ts';
import { findAttachedNames } from './attached-names.ts';
import { loadNameEar, type NameProofs } from './heard-names.ts';
import { loadRecordedNames } from './recorded-names.ts';
import { confirmTagged, findSettledNames } from './settled-names.ts';
import { findLaterMentions, findTitledNames } from './titled-names.ts';
import type { UntaggedName } from './untagged-name.ts';
import { readWords } from './words.ts';

export interface UntaggedReader {
  /**
   * Names in a text, in order, none overlapping; linear in its length. `language` is a profile code.
   *
   * @param tagged  spans of a tagger for the script but another language, used as far as they can be trusted
   */
  readonly find: (text: string, language: string, tagged?: readonly NameSpan[]) => UntaggedName[];
}

/**
 * Finds persons' names in scripts without a tagger: recorded names, names after a title,
 * and later mentions of either. Favours precision: uncertain names are left out.
 *
 * @param isGivenName  whether a word is well known as a given name, in any language
 */
export const loadUntaggedReader = (
  people: PeopleAuthority,
  isGivenName: (word: string) => boolean = () => false,
): UntaggedReader => {
  const recorded = loadRecordedNames(people);
  const beginHearing = loadNameEar(people);
  return {
    find: (text, language, tagged = []) => {
      const { persons: words, titles = [] } = profileFor(language);
      const known = withoutRole(recorded.find(text));
      if (!words) return known;
      if (titlesOf(titles, 'finds-attached').length > 0)
        return joinNames(findAttachedNames(text, words, titles), known);
      const tokens = readWords(text, words, titles, language);
      const proofs: NameProofs = {
        isGivenName: (word) => recorded.isGivenName(word) || (tokens.addresses !== null && isGivenName(word)),
        hear: beginHearing(),
      };
      const full = [
        findTitledNames(tokens, proofs),
        withoutRole(findSettledNames(tokens, proofs)),
        withoutRole(confirmTagged(tokens, tagged, proofs)),
      ].reduce((names, more) => joinNames(names, more), known);
      return joinNames(full, findLaterMentions(tokens, full));
    },
  };
};

const withoutRole = (spans: readonly NameSpan[]): UntaggedName[] =>
  spans.map((span) => ({ ...span, role: null }));

/** Both lists in text order; of two that overlap, the first list's is kept and takes the other's role. */
const joinNames = (leading: readonly UntaggedName[], others: readonly UntaggedName[]): UntaggedName[] => {
  const all = [
    ...leading.map((name) => ({ name, rank: 0 })),
    ...others.map((name) => ({ name, rank: 1 })),
  ].sort((one, other) => one.name.start - other.name.start || one.rank - other.rank);
  const joined: { name: UntaggedName; rank: number }[] = [];
  for (const next of all) {
    const last = joined.at(-1);
    if (!last || last.name.end <= next.name.start) joined.push(next);
    else {
      const role = last.name.role ?? next.name.role;
      const kept = next.rank < last.rank ? next : last;
      joined[joined.length - 1] = { ...kept, name: { ...kept.name, role } };
    }
  }
  return joined.map(({ name }) => name);
};
