import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import {
  isPublished,
  type Sight,
  seenSince,
  type Visible,
  visibleStateAt,
  visibleStates,
} from '../../domain/visibility.ts';
import { indexNames } from '../../mappings/names.ts';
import type { RawRecord } from '../../platform/articles/records.ts';
import { readHeads } from '../../platform/articles/stored.ts';
import { readVersions } from '../../platform/articles/versions.ts';
import { type FormerQueue, makeFormer } from '../../platform/former.ts';
import { type Article, readDocument, toArticle } from '../search/article.ts';
import { MOST_PEOPLE } from '../search/hit.ts';
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
        url: z.string().meta({ description: 'The article as it was then' }),
      }),
    ),
    difference: differenceSchema
      .nullable()
      .meta({ description: 'Between `from` and `to`; by default the last two with a text' }),
  })
  .meta({ id: 'Versions' });
export type Versions = z.infer<typeof versionsSchema>;

/** The caller and its request. */
export interface VersionQuestion {
  readonly id: string;
  readonly reader: Reader;
  /** The part of an article that the caller may see. */
  readonly sightOf: (article: RawRecord) => Sight;
}

/**
 * Every revision, newest first, and the differences between two of them.
 *
 * @throws {NotFound} {StoreUnavailable}
 */
export const listVersions = async (
  question: VersionQuestion,
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
  services: ApiServices,
  queue: FormerQueue,
): Promise<Versions> => {
  const all = await readAll(question, services);
  const versions = visibleOrNotFound(visibleStates(all, sightOn(all, question), services.clock()), question);
  const texts = versions.filter(({ deleted }) => !deleted);
  const after = pick(texts, to) ?? (to === undefined ? texts[0] : undefined);
  const before = pick(texts, from) ?? texts.find(({ revision }) => revision < (after?.revision ?? 0));
  for (const [wanted, found] of [
    [from, before],
    [to, after],
  ] as const)
    if (wanted !== undefined && found?.revision !== wanted)
      throw new NotFound(`there is no text of revision ${wanted}`);
  return {
    id: question.id,
    versions: versions.map((record) => ({
      revision: record.revision,
      received: record.received,
      since: seenSince(record),
      deleted: record.deleted,
      url: addressOf(question.id, record, all[all.indexOf(record) - 1] ?? null),
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

/** A draft that was replaced before the end of its embargo was never public: its text is only in the differences. */
const addressOf = (id: string, record: RawRecord, next: RawRecord | null): string => {
  const page = `/v1/articles/${encodeURIComponent(id)}`;
  return isPublished(record, next)
    ? `${page}?as-of=${encodeURIComponent(seenSince(record))}`
    : `${page}/versions?to=${record.revision}`;
};

/**
 * An article as readers saw it at an instant.
 *
 * @throws {NotFound} if it was not public then; `gone` if it was deleted by then, or is withdrawn now
 */
export const findArticleAsOf = async (
  question: VersionQuestion,
  instant: Date,
  services: ApiServices,
  queue: FormerQueue,
): Promise<Article> => {
  const all = await readAll(question, services);
  const visible = visibleStateAt(all, sightOn(all, question), instant, services.clock());
  const [record] = visibleOrNotFound(visible, question);
  if (!record) throw new NotFound(`${question.id.slice(0, 100)} was not public at ${instant.toISOString()}`);
  return articleOf(record, question, services, queue);
};

/**
 * An article as it is in the index.
 *
 * @throws {NotFound} if readers never saw it; `gone` if it is withdrawn
 */
export const findStanding = async (id: string, reader: Reader, services: ApiServices): Promise<Article> => {
  const document = await readDocument(id, services);
  await services.authorities.printed?.learn(document?.people.slice(0, MOST_PEOPLE) ?? []);
  if (document) return toArticle(document, reader, services);
  throw await whyAbsent(id, services);
};

/** Why readers cannot see the article: it was withdrawn, or was never public. */
export const whyAbsent = async (id: string, services: ApiServices): Promise<NotFound> => {
  const store = { client: services.elasticsearch, names: indexNames(services.config.prefix) };
  const head = (await readHeads(store, [{ id }])).get(id)?.head;
  // Only a deletion withdraws an article, so history is not read in other cases.
  const isGone =
    head?.deleted === true &&
    visibleStates(await readVersions(store, id), 'reader', services.clock()).kind === 'gone';
  return absent(id, isGone);
};

const absent = (id: string, gone: boolean): NotFound =>
  gone
    ? new NotFound(`${id.slice(0, 100)} was deleted`, { gone })
    : new NotFound(`no article ${id.slice(0, 100)}`);

const readAll = (
  { id }: VersionQuestion,
  { elasticsearch, config }: ApiServices,
): Promise<readonly RawRecord[]> =>
  readVersions({ client: elasticsearch, names: indexNames(config.prefix) }, id);

const sightOn = ([newest]: readonly RawRecord[], { sightOf }: VersionQuestion): Sight =>
  newest ? sightOf(newest) : 'reader';

const visibleOrNotFound = (
  visible: Visible<RawRecord>,
  { id }: Pick<VersionQuestion, 'id'>,
): readonly RawRecord[] => {
  if (visible.kind === 'seen') return visible.states;
  throw absent(id, visible.kind === 'gone');
};

const pick = (versions: readonly RawRecord[], revision: number | undefined): RawRecord | undefined =>
  revision === undefined ? undefined : versions.find((record) => record.revision === revision);

/** The newest revision is normally in the index; others are made again from their input. */
const articleOf = async (
  { revision }: RawRecord,
  { id, reader }: VersionQuestion,
  services: ApiServices,
  queue: FormerQueue,
): Promise<Article> => {
  const indexed = await readDocument(id, services);
  if (indexed?.revision === revision) return toArticle(indexed, reader, services);
  const made = await makeFormer(queue, { id, revision });
  if (made.kind === 'rejected') throw new NotFound(`revision ${revision}: ${made.detail}`);
  return toArticle(JSON.parse(made.json), reader, services);
};
