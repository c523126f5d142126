import type { Mention } from '../../../../domain/article.ts';
import { profileFor } from '../../../../languages/index.ts';
import type { Without } from '../correct/rule.ts';
import { findTitle } from '../roles/roles.ts';
import { findGender } from './genders.ts';
import { isRenaming } from './renaming.ts';
import { type MentionClues, noClues } from './resolve-mentions.ts';

/** Input of the clues. */
export interface ClueContext extends Pick<MentionClues, 'areSurnames'> {
  readonly textOf: (mention: Mention) => string;
  readonly language: string;
}

/** One kind of evidence for who is meant; it can be left out to measure what it brings. */
export interface Clue {
  readonly id: string;
  readonly read: (context: ClueContext) => Partial<MentionClues>;
}

export const clues: readonly Clue[] = [
  {
    id: 'title-beside',
    read: ({ textOf, language }) => ({
      titleOf: (mention) => findTitle(textOf(mention), mention, mention.end - mention.start > 2, language),
    }),
  },
  {
    id: 'gender-beside',
    read: ({ textOf, language }) => ({
      genderOf: (mention) => findGender(textOf(mention), mention.start, language),
    }),
  },
  { id: 'case-endings', read: ({ language }) => ({ endings: profileFor(language).names?.endings ?? [] }) },
  { id: 'two-surnames', read: ({ areSurnames }) => ({ areSurnames }) },
  {
    id: 'named-again',
    read: ({ textOf }) => ({
      renames: (mention, before) =>
        mention.field === before.field && isRenaming(textOf(mention), before, mention),
    }),
  },
];

/** What the text around mentions says about the persons. */
export const readClues = (context: ClueContext, without: Without): MentionClues => {
  const heard = clues.filter(({ id }) => !without.has(id)).map(({ read }) => read(context));
  return Object.assign({}, noClues, ...heard);
};
