import type { Mention, NamedPerson } from '../../../../domain/article.ts';
import { profileFor } from '../../../../languages/index.ts';
import { findRole, findTitle } from '../roles/roles.ts';
import type { UntaggedName } from '../tagger/untagged/untagged-name.ts';
import { findGender } from './genders.ts';
import { isRenaming } from './renaming.ts';
import { type MentionClues, resolveMentions } from './resolve-mentions.ts';

/** One article as the recognizer reads it. `language` is a profile code, `script` an ISO 15924 code. */
export interface ReadableArticle {
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly script: string;
}

const mostRoleMentions = 20;

/** How the names of an article are found, and what is known of them beside the article. */
export interface NameReader extends Pick<MentionClues, 'areSurnames'> {
  readonly find: (text: string) => UntaggedName[];
}

/** Finds the names of an article, title and text read as one, and gathers them into persons with their roles. */
export const gatherPersons = (
  { title, body, language }: ReadableArticle,
  { find, areSurnames }: NameReader,
): NamedPerson[] => {
  // Title and text are read as one, so that each hears what the other says of a name.
  const offset = title === '' ? 0 : title.length + 1;
  const whole = title === '' ? body : `${title}\n${body}`;
  const roles = new Map<Mention, string | null>();
  for (const { start, end, role } of find(whole))
    roles.set(
      start < offset
        ? { field: 'title', start, end: Math.min(end, title.length) }
        : { field: 'body', start: start - offset, end: end - offset },
      role,
    );
  const textOf = ({ field }: Mention): string => (field === 'title' ? title : body);
  const printed = (mention: Mention): string => textOf(mention).slice(mention.start, mention.end);
  // What stands at the end of a headline is no role of whom the text opens with.
  const roleOf = (mention: Mention): string | null =>
    roles.get(mention) ?? findRole(textOf(mention), mention.start, mention.end, language);
  const clues = { ...cluesOf(textOf, language), areSurnames };
  return resolveMentions([...roles.keys()], printed, clues).map(({ name, mentions }) => ({
    name,
    mentions,
    roles: [...new Set(mentions.slice(0, mostRoleMentions).map(roleOf))].filter((role) => role !== null),
  }));
};

/** What the text around mentions says of their bearers. */
const cluesOf = (
  textOf: (mention: Mention) => string,
  language: string,
): Omit<MentionClues, 'areSurnames'> => ({
  titleOf: (mention) => findTitle(textOf(mention), mention, mention.end - mention.start > 2, language),
  genderOf: (mention) => findGender(textOf(mention), mention.start, language),
  endings: profileFor(language).names?.endings ?? [],
  renames: (mention, before) =>
    mention.field === before.field && isRenaming(textOf(mention), before, mention),
});
