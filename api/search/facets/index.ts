import type { FacetName } from '../../params/search.ts';
import { labelOf, languageName } from '../authorities.ts';
import { dateFacet } from './date.ts';
import type { FacetKind } from './facet.ts';
import { termsFacet } from './terms.ts';

/** Every facet, once. */
export const facetKinds: Readonly<Record<FacetName, FacetKind>> = {
  agency: termsFacet('agency', (id, language, authorities) => labelOf('agency', id, language, authorities)),
  person: termsFacet('person', (id, language, authorities) => labelOf('person', id, language, authorities)),
  lang: termsFacet('lang', (tag, language) => languageName(tag, language)),
  place: termsFacet('place', (id, language, authorities) => labelOf('place', id, language, authorities)),
  publisher: termsFacet('publisher', (id, language, authorities) =>
    labelOf('publisher', id, language, authorities),
  ),
  date: dateFacet,
};
