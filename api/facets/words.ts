import { interfaceIn, type interfaceLanguages } from '../messages/index.ts';
import type { FacetWords } from '../messages/interface-language.ts';
import { nameFacet, type nameFacets } from './index.ts';
import { nameFacetNames, type ValueFacetName } from './names.ts';

/**
 * What a facet is called in a language of the interface. Either side may be the newer one: a language brings words for
 * the facets that there are, a later facet brings its words in the languages that there are.
 */
export const facetWords = (name: ValueFacetName, language: string): FacetWords => {
  const { code, facets } = interfaceIn(language);
  const own = nameFacetNames.find((facet) => facet === name);
  const words = facets[name] ?? (own && nameFacet(own).words?.[code]);
  if (!words) throw new Error(`the facet ${name} has no words in ${code}`);
  return words;
};

type Language = (typeof interfaceLanguages)[number];
type Facet = (typeof nameFacets)[number] | { readonly name: 'lang' };

type WordsOf<F> = F extends { readonly words: infer Words } ? keyof Words : never;
type Wordless<F extends Facet, L extends Language> = F extends Facet
  ? L extends Language
    ? F['name'] extends keyof L['facets']
      ? never
      : L['code'] extends WordsOf<F>
        ? never
        : `the facet ${F['name']} has no words in ${L['code']}`
    : never
  : never;

type Nothing<Missing extends never> = Missing;
/**
 * Does not compile while a facet has no words in some language; the error names both.
 *
 * @public  only so that it counts as used
 */
export type EveryFacetHasWords = Nothing<Wordless<Facet, Language>>;
