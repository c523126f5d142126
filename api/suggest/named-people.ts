import type { PeopleAuthority } from '../../authorities/people/index.ts';
import { OF_NAME } from '../../authorities/people/matching/normalize-name.ts';
import { pinyinsOf } from '../search/pinyin.ts';

interface NamedForm {
  readonly id: string;
  readonly form: string;
}

/**
 * Names of persons in articles, in addition to those in the authority's own index: for persons without a record
 * the name in their id, for others the names with pinyin. Records are read once per change, because
 * that is the slowest part.
 */
export const createNamedForms = (
  people: PeopleAuthority,
): ((ids: Iterable<string>) => Iterable<NamedForm>) => {
  const readForms = new Map<string, readonly string[]>();
  let { version } = people;
  const hanForms = (id: string): readonly string[] => {
    const known = readForms.get(id);
    if (known) return known;
    const forms = (people.get(id)?.names ?? [])
      .map(({ form }) => form)
      .filter((form) => pinyinsOf(form).length > 0);
    readForms.set(id, forms);
    return forms;
  };
  return function* (ids) {
    if (people.version !== version) readForms.clear();
    version = people.version;
    for (const id of ids)
      for (const form of id.startsWith(OF_NAME) ? [id.slice(OF_NAME.length)] : hanForms(id))
        yield { id, form };
  };
};
