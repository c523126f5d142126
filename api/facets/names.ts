import { type NameFacetName, nameFacets } from './index.ts';

/**
 * Names of the facets. The bundle of the search box contains these values instead of this file, because the facets
 * would pull in the authorities (`web/build-box.ts`).
 */
export const nameFacetNames: readonly NameFacetName[] = nameFacets.map(({ name }) => name);

/** Those whose values can be listed. */
export const valueFacetNames: readonly ValueFacetName[] = [...nameFacetNames, 'lang'];
export type ValueFacetName = NameFacetName | 'lang';

export const facetNames: readonly FacetName[] = [...valueFacetNames, 'date'];
export type FacetName = ValueFacetName | 'date';
