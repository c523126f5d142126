import { foundByWords } from '../across/index.ts';
import { withParts } from '../across/limits.ts';
import { type LinkParameters, linkTo } from './links.ts';
import type { Reader, SearchResult, SearchTranslation } from './result.ts';
import type { Understanding } from './understand.ts';

/** What an answer says of translation and of limits: what was searched, and what was left out. */
export const sayTranslations = (
  understood: Pick<Understanding, 'across' | 'links'>,
  reader: Pick<Reader, 'path'>,
  { lacksNames }: { readonly lacksNames: boolean },
): Pick<SearchResult, 'translations' | 'limited'> => {
  const limited: NonNullable<SearchResult['limited']> = [
    ...(understood.across?.isCut ? ['translations' as const] : []),
    ...(lacksNames ? ['names' as const] : []),
  ];
  return {
    ...(understood.across ? { translations: readTranslations(understood, reader) } : {}),
    ...(limited.length > 0 ? { limited } : {}),
  };
};

/** The translations that were searched, word by word, each with a link that drops it. */
const readTranslations = (
  { across, links }: Pick<Understanding, 'across' | 'links'>,
  { path }: Pick<Reader, 'path'>,
): SearchTranslation[] =>
  (across?.languages ?? []).flatMap(({ language, units, dropped }) =>
    withParts(units)
      .filter(({ known, alternatives }) => known && alternatives.length > 0)
      .map(({ text: word, alternatives }) => ({
        word,
        language,
        terms: alternatives.map(({ text, gloss }) => ({
          term: text,
          gloss,
          off: withoutTerm(path, links, `${language}:${text}`),
        })),
        dropped,
      })),
  );

const withoutTerm = (path: string, links: LinkParameters, term: string): string =>
  linkTo(path, links, { 'translate-without': [...(links.get('translate-without') ?? []), term] });

/**
 * Whether the query's words found a result, or translations alone.
 *
 * @param matched  names of the clauses that matched; if scores are requested, Elasticsearch returns an object instead
 */
export const foundBy = (
  matched: readonly string[] | Readonly<Record<string, number>> | undefined,
): 'words' | 'translation' => {
  const names: readonly string[] = Array.isArray(matched) ? matched : Object.keys(matched ?? {});
  return names.includes(foundByWords) ? 'words' : 'translation';
};
