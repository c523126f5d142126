import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { StoreUnavailable } from '../../domain/errors.ts';
import { languages } from '../../languages/index.ts';
import type { IndexNames } from '../../mappings/names.ts';
import { unlessAway } from '../../platform/articles/stored.ts';

const response = z.object({
  docs: z.array(
    z.union([
      z.object({ error: z.object({ type: z.string() }) }),
      z.object({
        _id: z.string(),
        found: z.boolean(),
        _source: z.object({ revision: z.number(), gone: z.boolean() }).optional(),
      }),
    ]),
  ),
});

/** A document of an article in one language's index. */
export interface StandingDocument {
  readonly id: string;
  readonly language: string;
  readonly revision: number;
  /** A tombstone. */
  readonly gone: boolean;
}

/**
 * Documents of these articles in every language's index, tombstones included; read in real time, since the last
 * refresh may be older than the document.
 *
 * @throws {StoreUnavailable}
 */
export const findStanding = async (
  client: Client,
  names: IndexNames,
  ids: readonly string[],
): Promise<readonly StandingDocument[]> => {
  if (ids.length === 0) return [];
  const wanted = ids.flatMap((id) => languages.map(({ code: language }) => ({ id, language })));
  const answer = await unlessAway(
    client.mget({
      docs: wanted.map(({ id, language }) => ({
        _index: names.articlesOf(language),
        _id: id,
        _source: ['revision', 'gone'],
      })),
    }),
  );
  return response.parse(answer).docs.flatMap((doc, n) => {
    const place = wanted[n];
    // A language without articles has no index yet.
    if ('error' in doc && doc.error.type === 'index_not_found_exception') return [];
    if ('error' in doc) throw new StoreUnavailable(`looking for former documents: ${doc.error.type}`);
    if (!place || !doc.found) return [];
    // If it were skipped, it would stay in its index beside the new one.
    if (!doc._source) throw new StoreUnavailable(`a former document of ${place.id} came without its source`);
    return [{ ...place, ...doc._source }];
  });
};

/** The languages whose indices hold documents of these articles now. @throws {StoreUnavailable} */
export const findFormerLanguages = async (
  client: Client,
  names: IndexNames,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const standing = Map.groupBy(await findStanding(client, names, ids), ({ id }) => id);
  return new Map([...standing].map(([id, own]) => [id, own.map(({ language }) => language)]));
};
