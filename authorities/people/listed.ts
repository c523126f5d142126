import type { PeopleAuthority } from './index.ts';

/**
 * The authority as readers may see it: delisted persons have no record, label or name in it. Enrichment still
 * links articles by the whole authority, so that delisting a person and undoing it change no article.
 */
export const listedPeople = (people: PeopleAuthority): PeopleAuthority => {
  const isListed = ({ id }: { readonly id: string }): boolean => !people.isDelisted(id);
  return {
    get: (id) => {
      const record = people.get(id);
      return record && isListed({ id }) && isListed(record) ? record : null;
    },
    label: (id, language) => (isListed({ id }) ? people.label(id, language) : null),
    findByName: (name) => people.findByName(name).filter(isListed),
    findByLetters: (name) => people.findByLetters(name).filter(isListed),
    findBySound: (name, isPossible) => people.findBySound(name, isPossible).filter(isListed),
    findByBeginning: (typed, most) =>
      new Map([...people.findByBeginning(typed, most)].filter(([id]) => isListed({ id }))),
    names: () => people.names().filter(isListed),
    unlinkedIds: (form) => people.unlinkedIds(form),
    isDelisted: (id) => people.isDelisted(id),
    get size() {
      return people.size;
    },
    get version() {
      return people.version;
    },
  };
};
