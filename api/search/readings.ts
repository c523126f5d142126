import type { NameFacetName } from '../facets/index.ts';
import { nameFacetNames } from '../facets/names.ts';
import { type Authorities, labelOf, roleOf } from './authorities.ts';
import { type LinkParameters, linkTo } from './links.ts';
import type { Choice, Expansion, Reader } from './result.ts';
import type { Understanding } from './understand.ts';

const MAX_OPTIONS = 20;

/** Names that several bear, each with a link to the search for one of them. */
export const readChoices = (
  { unclear, links }: Understanding,
  { language, path }: Reader,
  authorities: Authorities,
): Choice[] =>
  unclear.map(({ parameter, name, ids }) => ({
    parameter,
    name,
    options: ids.slice(0, MAX_OPTIONS).map((id) => ({
      id,
      label: labelOf(fieldOf(parameter), id, language, authorities),
      ...(fieldOf(parameter) === 'person' ? roleOf(id, language, authorities) : {}),
      url: linkTo(path, links, chosen(parameter, ids, id, links)),
    })),
  }));

/** One of them in place of all; in place of the words, where these were nothing but the name. */
const chosen = (
  parameter: string,
  ids: readonly string[],
  id: string,
  links: LinkParameters,
): Readonly<Record<string, readonly string[]>> =>
  parameter === 'q'
    ? { q: [], person: [...(links.get('person') ?? []), id] }
    : { [parameter]: [...withoutIds(links.get(parameter) ?? [], ids), id] };

/** A name in the query itself is a person's. */
const fieldOf = (parameter: string): NameFacetName =>
  nameFacetNames.find((facet) => facet === parameter) ?? 'person';

const withoutIds = (values: readonly string[], ids: readonly string[]): readonly string[] =>
  values.filter((value) => !ids.includes(value));

/** People whom the query names, and how to search for the words alone. */
export const readExpansions = (
  { named, links }: Understanding,
  { language, path }: Reader,
  authorities: Authorities,
): Expansion[] =>
  named.map(({ text, id }) => ({
    q: text,
    person: { id, label: labelOf('person', id, language, authorities) },
    off: linkTo(path, links, { expand: ['none'] }),
  }));
