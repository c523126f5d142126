import { type Authorities, labelOf, roleOf } from './authorities.ts';
import { type ChoiceCounts, facetOf } from './choices.ts';
import { type LinkParameters, linkTo } from './links.ts';
import type { Choice, Expansion, Reader } from './result.ts';
import type { Understanding } from './understand.ts';

const MAX_OPTIONS = 20;

/** Ambiguous names, with a link to the search for each person, those with the most results first. */
export const renderChoices = (
  { unclear, links }: Understanding,
  counts: ChoiceCounts,
  { language, path }: Reader,
  authorities: Authorities,
): Choice[] =>
  unclear.map((reading) => {
    const { parameter, name, ids } = reading;
    const facet = facetOf(parameter);
    const countOf = (id: string): number => counts.get(reading)?.get(id) ?? 0;
    const options = [...ids].sort((one, other) => countOf(other) - countOf(one)).slice(0, MAX_OPTIONS);
    return {
      parameter,
      name,
      options: options.map((id) => ({
        id,
        label: labelOf(facet, id, language, authorities),
        ...(facet === 'person' ? roleOf(id, language, authorities) : {}),
        count: countOf(id),
        url: linkTo(path, links, chosen(parameter, ids, id, links)),
      })),
    };
  });

/** One person instead of all; instead of the words, if these were only the name. */
const chosen = (
  parameter: string,
  ids: readonly string[],
  id: string,
  links: LinkParameters,
): Readonly<Record<string, readonly string[]>> =>
  parameter === 'q'
    ? { q: [], person: [...(links.get('person') ?? []), id] }
    : { [parameter]: [...withoutIds(links.get(parameter) ?? [], ids), id] };

const withoutIds = (values: readonly string[], ids: readonly string[]): readonly string[] =>
  values.filter((value) => !ids.includes(value));

/** Persons whom the query names, others with the name who are left out, and a link to search for the words alone. */
export const renderExpansions = (
  { named, links }: Understanding,
  { language, path }: Reader,
  authorities: Authorities,
): Expansion[] =>
  named.map(({ text, id, others }) => ({
    q: text,
    person: { id, label: labelOf('person', id, language, authorities) },
    others: others.slice(0, MAX_OPTIONS).map((other) => ({
      id: other,
      label: labelOf('person', other, language, authorities),
      ...roleOf(other, language, authorities),
    })),
    off: linkTo(path, links, { expand: ['none'] }),
  }));
