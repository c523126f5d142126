import { interfaceIn, type interfaceLanguages } from '../messages/index.ts';
import type { FacetWords } from '../messages/interface-language.ts';
import { nameFacet, type nameFacets } from './index.ts';
import { nameFacetNames, type ValueFacetName } from './names.ts';

/**
 * The name of a facet in an interface language. Either may be added later: a new language names the
 * existing facets, a new facet brings its names in the existing languages.
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
 * Does not compile while a facet has no name in a language; the error shows both.
 *
 * @public  only so that it counts as used
 */
export type EveryFacetHasWords = Nothing<Wordless<Facet, Language>>;
