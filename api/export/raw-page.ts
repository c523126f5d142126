import { z } from 'zod';
import { SearchUnavailable } from '../../domain/errors.ts';

/** A page of a point in time, with documents as the bytes that Elasticsearch sent. */
export interface RawPage {
  readonly sources: readonly Buffer[];
  /** Sort values of the last document; null on an empty page. */
  readonly after: readonly unknown[] | null;
}

const OPENING = Buffer.from('"_source":{');
const CLOSING = Buffer.from('},"sort":[');

/**
 * Splits an answer of Elasticsearch without parsing its documents, which are most of it and are passed on unchanged.
 * The delimiters cannot occur inside a JSON string, where every quote is escaped, nor
 * as keys of a document, because the mapping is strict. The rest, the envelope, is parsed and validated.
 *
 * @throws {SearchUnavailable} if the answer is incomplete
 */
export const splitPage = (answer: Buffer): RawPage => {
  const sources: Buffer[] = [];
  const envelope: string[] = [];
  let kept = 0;
  for (let at = answer.indexOf(OPENING); at >= 0; at = answer.indexOf(OPENING, kept)) {
    const from = at + OPENING.length - 1;
    const to = answer.indexOf(CLOSING, from) + 1;
    if (to === 0) break;
    envelope.push(answer.toString('utf8', kept, from), 'null');
    sources.push(answer.subarray(from, to));
    kept = to;
  }
  envelope.push(answer.toString('utf8', kept));
  const { hits } = checkEnvelope(envelope.join(''));
  if (hits.hits.length !== sources.length) throw new SearchUnavailable('a page could not be taken apart');
  return { sources, after: hits.hits.at(-1)?.sort ?? null };
};

const envelopeSchema = z.object({
  timed_out: z.boolean(),
  _shards: z.object({ total: z.number(), failed: z.number() }),
  hits: z.object({ hits: z.array(z.object({ sort: z.array(z.unknown()) })) }),
});

const checkEnvelope = (text: string): z.infer<typeof envelopeSchema> => {
  const answer = readEnvelope(text);
  const { failed, total } = answer._shards;
  if (answer.timed_out || failed > 0) throw new SearchUnavailable(`${failed} of ${total} shards failed`);
  return answer;
};

const readEnvelope = (text: string): z.infer<typeof envelopeSchema> => {
  try {
    return envelopeSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new SearchUnavailable('an answer that is no page of Elasticsearch', { cause });
  }
};
