import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import {
  readVersions,
  type StoredVersion,
  versionAt,
  visibleVersions,
} from '../../platform/articles/versions.ts';
import { type FormerQueue, makeFormer } from '../../platform/former.ts';
import { type Article, readDocument, toArticle } from '../search/article.ts';
import type { Reader } from '../search/result.ts';
import type { ApiServices } from '../services.ts';
import { compareArticles, differenceSchema } from './difference.ts';

export const versionsSchema = z
  .strictObject({
    id: z.string(),
    versions: z.array(
      z.strictObject({
        revision: z.number().int(),
        received: z.string(),
        since: z.string().meta({ description: 'When readers could first see it' }),
        deleted: z.boolean(),
        url: z.string().meta({ description: 'The article as it stood then' }),
      }),
    ),
    difference: differenceSchema
      .nullable()
      .meta({ description: 'Between `from` and `to`; by default the last two that hold a text' }),
  })
  .meta({ id: 'Versions' });
export type Versions = z.infer<typeof versionsSchema>;

/** Who asks, and what for. */
export interface VersionQuestion {
  readonly id: string;
  readonly reader: Reader;
  /** Whether the asker may see what is under embargo. */
  readonly embargoed: boolean;
}

/**
 * Every revision, the newest first, and in what two of them differ.
 *
 * @throws {NotFound} {StoreUnavailable}
 */
export const listVersions = async (
  question: VersionQuestion,
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
  services: ApiServices,
  queue: FormerQueue,
): Promise<Versions> => {
  const versions = await readVisible(question, services);
  const texts = versions.filter(({ record }) => !record.deleted);
  const after = pick(texts, to) ?? (to === undefined ? texts[0] : undefined);
  const before =
    pick(texts, from) ?? texts.find(({ record }) => record.revision < (after?.record.revision ?? 0));
  for (const [wanted, found] of [
    [from, before],
    [to, after],
  ] as const)
    if (wanted !== undefined && found?.record.revision !== wanted)
      throw new NotFound(`there is no text of revision ${wanted}`);
  const page = `/v1/articles/${encodeURIComponent(question.id)}`;
  return {
    id: question.id,
    versions: versions.map(({ record: { revision, received, deleted }, since }) => ({
      revision,
      received,
      since,
      deleted,
      url: `${page}?as-of=${encodeURIComponent(since)}`,
    })),
    difference:
      before && after
        ? compareArticles(
            await articleOf(before, question, services, queue),
            await articleOf(after, question, services, queue),
          )
        : null,
  };
};

/**
 * An article as readers saw it at an instant.
 *
 * @throws {NotFound} where it did not stand then; `gone` where it was deleted by then
 */
export const findArticleAsOf = async (
  question: VersionQuestion,
  instant: Date,
  services: ApiServices,
  queue: FormerQueue,
): Promise<Article> => {
  const version = versionAt(await readVisible(question, services), instant);
  if (!version) throw new NotFound(`${question.id.slice(0, 100)} did not stand at ${instant.toISOString()}`);
  if (version.record.deleted)
    throw new NotFound(`it was deleted by ${instant.toISOString()}`, { gone: true });
  return articleOf(version, question, services, queue);
};

const readVisible = async (
  { id, embargoed }: VersionQuestion,
  { elasticsearch, config, clock }: ApiServices,
): Promise<readonly StoredVersion[]> => {
  const store = { client: elasticsearch, names: indexNames(config.prefix) };
  const versions = visibleVersions(await readVersions(store, id), clock(), { embargoed });
  if (versions.length === 0) throw new NotFound(`no article ${id.slice(0, 100)}`);
  return versions;
};

const pick = (versions: readonly StoredVersion[], revision: number | undefined): StoredVersion | undefined =>
  revision === undefined ? undefined : versions.find(({ record }) => record.revision === revision);

/** The newest revision stands in the index as a rule; others are made again from their input. */
const articleOf = async (
  { id, record }: StoredVersion,
  { reader }: VersionQuestion,
  services: ApiServices,
  queue: FormerQueue,
): Promise<Article> => {
  const indexed = await readDocument(id, services);
  if (indexed?.revision === record.revision) return toArticle(indexed, reader, services);
  const made = await makeFormer(queue, { id, revision: record.revision });
  if (made.kind === 'rejected') throw new NotFound(`revision ${record.revision}: ${made.detail}`);
  return toArticle(JSON.parse(made.json), reader, services);
};
