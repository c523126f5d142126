import type { LanguageProfile } from '../languages/profile.ts';
import { buildArticleIndex } from './articles.ts';
import type { IndexBody, IndexShape } from './index-body.ts';
import type { IndexNames } from './names.ts';
import { buildServiceIndex, serviceIndices } from './service.ts';

/** A required index, and its aliases. */
export interface RequiredIndex {
  readonly name: string;
  readonly body: IndexBody;
  /** Empty for service indices, which are used by their own names. */
  readonly aliases: Readonly<Record<string, AliasBody>>;
  /** If this alias exists, the required index exists too, whatever its name. */
  readonly standsAs: string;
}

export interface AliasBody {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly is_write_index?: boolean;
}

/**
 * Its index exists from the beginning, so that the alias over every language is never empty: a search of an archive
 * without articles finds nothing, but does not fail.
 */
export const fallbackLanguage = 'und';

/**
 * All indices of an installation, to create missing ones.
 *
 * @param instant  in the names of new article indices; the same for one whole start
 */
export const requiredIndices = (
  names: IndexNames,
  profiles: readonly LanguageProfile[],
  instant: Date,
  shape: IndexShape = {},
): readonly RequiredIndex[] => [
  ...serviceIndices.map((key) => ({
    name: names[key],
    body: buildServiceIndex(key, shape),
    aliases: {},
    standsAs: names[key],
  })),
  ...profiles.map((profile) => ({
    name: names.newArticleIndex(profile.code, instant),
    body: buildArticleIndex(profile, shape),
    aliases: articleAliases(names, profile.code),
    standsAs: names.articlesOf(profile.code),
  })),
];

/** Readers never see tombstones; writers must. */
export const articleAliases = (names: IndexNames, language: string): Readonly<Record<string, AliasBody>> => ({
  [names.articles]: { filter: { term: { gone: false } } },
  [names.readingOf(language)]: { filter: { term: { gone: false } } },
  [names.articlesOf(language)]: { is_write_index: true },
});
