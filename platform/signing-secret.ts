import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Elasticsearch } from './elasticsearch.ts';

const kind = 'signing-secret';
const stored = z.object({ _source: z.object({ value: z.object({ secret: z.string() }) }) });

/**
 * The secret of an installation, created on first use, shared by all processes.
 *
 * @param index  the index of states
 * @throws what the client throws
 */
export const readSigningSecret = async (client: Elasticsearch, index: string): Promise<string> => {
  await client.create(
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
  return stored.parse(await client.get({ index, id: kind }))._source.value.secret;
};

/** 256 bits derived for a name; they reveal nothing about the secret. */
export const deriveSecret = (secret: string, name: string): Buffer =>
  createHmac('sha256', secret).update(name).digest();

/** A signature of a text: 128 bits, base64url. */
export const signWith = (secret: string, text: string): string =>
  deriveSecret(secret, text).subarray(0, 16).toString('base64url');
