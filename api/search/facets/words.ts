import { interfaceIn } from '../../messages/index.ts';
import type { FacetWords } from '../../messages/interface-language.ts';
import type { FacetName } from '../../params/search.ts';

/** What a facet is called in a language of the interface. */
export const facetWords = (name: FacetName, language: string): FacetWords =>
  interfaceIn(language).facets[name] ?? { title: name, phrase: (names) => `${name}: ${names}` };
