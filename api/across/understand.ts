import type { SearchParams } from '../params/search.ts';
import type { Translation } from '../query/translate.ts';
import { leavesOf, type QueryNode } from '../query/tree.ts';
import { type AcrossSearch, searchAcross } from './index.ts';
import type { AcrossServices } from './services.ts';
import { sourceOf } from './source.ts';

/**
 * The search in other languages that `translate` asks for.
 *
 * @param hints  the reader's languages, the preferred one first
 * @returns null where none is asked for, or no word of the query has a translation; without clauses where no word that
 *   was looked up has one, but not all were
 */
export const acrossOf = (
  query: QueryNode,
  plain: Translation,
  params: Pick<SearchParams, 'translate' | 'translate-without' | 'lang'>,
  services: AcrossServices | undefined,
  hints: readonly string[],
): AcrossSearch | null => {
  if (params.translate === 'none' || !services) return null;
  const text = [...leavesOf(query)].flatMap((leaf) => ('text' in leaf ? [leaf.text] : [])).join(' ');
  if (text === '') return null;
  const source = sourceOf(text, services.lexicon, hints);
  const across = searchAcross(query, plain, {
    ...services,
    source,
    targets: targetsOf(params, services).filter((language) => language !== source),
    without: params['translate-without'],
  });
  return across.clauses.length > 0 || across.isCut ? across : null;
};

/**
 * Languages that a filter leaves out are not translated into, nor, where all are asked for, those of which the archive
 * holds nothing: their terms would take the places of others.
 */
const targetsOf = (
  { translate, lang }: Pick<SearchParams, 'translate' | 'lang'>,
  { lexicon, held }: AcrossServices,
): readonly string[] => {
  const wanted =
    translate === 'all'
      ? languagesHeld(lexicon.languages, held?.() ?? [])
      : [...new Set(translate.split(','))];
  const filtered = new Set(lang.map((tag) => tag.split('-')[0]?.toLowerCase()));
  return wanted.filter((language) => filtered.size === 0 || filtered.has(language));
};

/** Where it is not known what the archive holds, every language may come. */
export const languagesHeld = (known: readonly string[], held: readonly string[]): readonly string[] =>
  held.length === 0 ? known : known.filter((language) => held.includes(language));
