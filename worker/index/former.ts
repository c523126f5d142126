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
      z.object({ _id: z.string(), found: z.boolean() }),
    ]),
  ),
});

/**
 * In which languages' indices documents of these articles stand now, tombstones included; read in real time, since
 * the last refresh may be older than the document.
 *
 * @throws {StoreUnavailable}
 */
export const findFormerLanguages = async (
  client: Client,
  names: IndexNames,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const wanted = ids.flatMap((id) => languages.map(({ code }) => ({ id, code })));
  const answer = await unlessAway(
    client.mget({
      docs: wanted.map(({ id, code }) => ({ _index: names.articlesOf(code), _id: id, _source: false })),
    }),
  );
  response.parse(answer).docs.forEach((doc, n) => {
    const place = wanted[n];
    if ('error' in doc) throw new StoreUnavailable(`looking for former documents: ${doc.error.type}`);
    if (!place || !doc.found) return;
    found.set(place.id, [...(found.get(place.id) ?? []), place.code]);
  });
  return found;
};
