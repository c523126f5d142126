import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { indexNames } from '../../mappings/names.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { translatingErrors } from '../search/execute.ts';

/** Signs names that are given to others and come back. */
export interface Signer {
  /** @returns 128 bits, base64url */
  readonly sign: (text: string) => Promise<string>;
  readonly verify: (text: string, signature: string) => Promise<boolean>;
}

const kind = 'signing-secret';
const stored = z.object({ _source: z.object({ value: z.object({ secret: z.string() }) }) });

/** One secret an installation, made by whoever needs it first, shared by all processes; read once. */
export const createSigner = (elasticsearch: Elasticsearch, prefix: string): Signer => {
  const index = indexNames(prefix).state;
  let secret: Promise<string> | undefined;
  const read = async (): Promise<string> => {
    await elasticsearch.create(
      {
        index,
        id: kind,
        document: {
          kind,
          at: new Date().toISOString(),
          value: { secret: randomBytes(32).toString('base64') },
        },
      },
      { ignore: [409] },
    );
    return stored.parse(await elasticsearch.get({ index, id: kind }))._source.value.secret;
  };
  const sign = async (text: string): Promise<string> => {
    secret ??= translatingErrors(read);
    const key = await secret.catch((error: unknown) => {
      secret = undefined;
      throw error;
    });
    return createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');
  };
  return {
    sign,
    verify: async (text, signature) => {
      const [expected, given] = [Buffer.from(await sign(text)), Buffer.from(signature)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
};
