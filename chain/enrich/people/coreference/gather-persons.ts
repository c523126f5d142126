import type { Mention, NamedPerson } from '../../../../domain/article.ts';
import type { Without } from '../correct/rule.ts';
import { findRole } from '../roles/roles.ts';
import type { UntaggedName } from '../tagger/untagged/untagged-name.ts';
import { readClues } from './clues.ts';
import { type MentionClues, resolveMentions } from './resolve-mentions.ts';

/** One article as input. `language` is a profile code, `script` an ISO 15924 code. */
export interface ReadableArticle {
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly script: string;
}

const mostRoleMentions = 20;

/** What else is known apart from the article. */
export interface Gathering extends Pick<MentionClues, 'areSurnames'> {
  readonly without: Without;
}

/** Title and text are read as one, so that each can use what the other says about a name. */
export const wholeText = ({ title, body }: ReadableArticle): string =>
  title === '' ? body : `${title}\n${body}`;

/** Gathers names of an article's whole text into persons with their roles. */
export const gatherPersons = (
  { title, body, language }: ReadableArticle,
  names: readonly UntaggedName[],
  { areSurnames, without }: Gathering,
): NamedPerson[] => {
  const offset = title === '' ? 0 : title.length + 1;
  const roles = new Map<Mention, string | null>();
  for (const { start, end, role } of names)
    roles.set(
      start < offset
        ? { field: 'title', start, end: Math.min(end, title.length) }
        : { field: 'body', start: start - offset, end: end - offset },
      role,
    );
  const textOf = ({ field }: Mention): string => (field === 'title' ? title : body);
  const printed = (mention: Mention): string => textOf(mention).slice(mention.start, mention.end);
  // The end of a headline is not a role of the person whom the text starts with.
  const roleOf = (mention: Mention): string | null =>
    roles.get(mention) ?? findRole(textOf(mention), mention.start, mention.end, language);
  const clues = readClues({ textOf, language, areSurnames }, without);
  return resolveMentions([...roles.keys()], printed, clues).map(({ name, mentions }) => ({
    name,
    mentions,
    roles: [...new Set(mentions.slice(0, mostRoleMentions).map(roleOf))].filter((role) => role !== null),
  }));
};
