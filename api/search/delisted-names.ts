import { OF_NAME } from '../../authorities/people/matching/normalize-name.ts';
import type { Authorities } from './authorities.ts';
import { isDense } from './dense-spelling.ts';

/** Whether a name belongs only to a delisted person. */
export const isDelistedName = (name: string, { people }: Pick<Authorities, 'people'>): boolean =>
  people.isDelisted(`${OF_NAME}${name}`) && people.findByName(name).length === 0;

/** Words, or characters of scripts without spaces, of the longest name. */
const longestName = 8;

/** Whether a proposed text names a delisted person. */
export const namesDelisted = (text: string, authorities: Pick<Authorities, 'people'>): boolean => {
  const [parts, joint] = isDense(text) ? [[...text], ''] : [text.split(/\s+/), ' '];
  return parts.some((_part, from) =>
    parts
      .slice(from, from + longestName)
      .some((_last, more) => isDelistedName(parts.slice(from, from + more + 1).join(joint), authorities)),
  );
};
