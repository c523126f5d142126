import type { ArticleDocument, DocumentPerson } from '../domain/document.ts';

/**
 * Limits for everything in a document other than its text. Each reader pays for all of it, and a crawled page of half
 * a megabyte may consist only of names. Real articles are far below these limits (docs/security.md).
 */
const documentBounds = {
  title: 5000,
  lead: 5000,
  kinds: 20_000,
  people: 1000,
  /** Characters of all names of a field together; a thousand usual ones have half of it. */
  names: 30_000,
  mentioned: 500,
  mentions: 5000,
  roles: 20,
  role: 500,
} as const;

/** The document within these limits; its text stays whole. */
export const boundDocument = (document: ArticleDocument): ArticleDocument => {
  const { title, lead, kinds, people, mentioned } = documentBounds;
  const mentions = boundMentions(
    within(document.mentions.slice(0, people), ({ id, name }) => id.length + name.length),
  );
  return {
    ...document,
    title: cut(document.title, title),
    lead: cut(document.lead, lead),
    kinds: document.kinds.slice(0, kinds),
    people: within(document.people.slice(0, people), lengthOf),
    mentions,
    authors: within(document.authors.slice(0, people), lengthOf),
    mentioned: document.mentioned.slice(0, mentioned),
  };
};

const lengthOf = (id: string): number => id.length;

/** The first of them, as long as all together are within the bound. */
const within = <T>(named: readonly T[], lengthOf: (one: T) => number): readonly T[] => {
  let left: number = documentBounds.names;
  return named.filter((one) => {
    left -= lengthOf(one);
    return left >= 0;
  });
};

/** Each person keeps their first mention, and further ones while there is room. */
const boundMentions = (named: readonly DocumentPerson[]): readonly DocumentPerson[] => {
  const { roles, role } = documentBounds;
  let left: number = documentBounds.mentions;
  return named.map((person) => {
    const mentions = person.mentions.slice(0, Math.max(1, left));
    left -= mentions.length;
    return { ...person, roles: person.roles.slice(0, roles).map((one) => cut(one, role)), mentions };
  });
};

/** Elasticsearch rejects a document with half a surrogate pair. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).toWellFormed();
