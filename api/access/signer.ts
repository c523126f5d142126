import { timingSafeEqual } from 'node:crypto';
import { indexNames } from '../../mappings/names.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { readSigningSecret, signWith } from '../../platform/signing-secret.ts';
import { translatingErrors } from '../search/execute.ts';

/** Signs names that clients receive and send back. */
export interface Signer {
  /** @returns 128 bits, base64url */
  readonly sign: (text: string) => Promise<string>;
  readonly verify: (text: string, signature: string) => Promise<boolean>;
}

/** Reads the installation's secret once. */
export const createSigner = (elasticsearch: Elasticsearch, prefix: string): Signer => {
  const index = indexNames(prefix).state;
  let secret: Promise<string> | undefined;
  const sign = async (text: string): Promise<string> => {
    secret ??= translatingErrors(() => readSigningSecret(elasticsearch, index));
    const key = await secret.catch((error: unknown) => {
      secret = undefined;
      throw error;
    });
    return signWith(key, text);
  };
  return {
    sign,
    verify: async (text, signature) => {
      const [expected, given] = [Buffer.from(await sign(text)), Buffer.from(signature)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
};
