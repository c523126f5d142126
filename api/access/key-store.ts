import { errors } from '@elastic/elasticsearch';
import { indexNames } from '../../mappings/names.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { translatingErrors } from '../search/execute.ts';
import { createSecret, hashSecret, type Scope, type StoredKey, storedKeySchema } from './key.ts';

export interface KeyStore {
  /** @returns the secret, shown once */
  readonly create: (key: NewKey) => Promise<{ readonly key: StoredKey; readonly secret: string }>;
  readonly list: () => Promise<readonly StoredKey[]>;
  readonly get: (id: string) => Promise<StoredKey | null>;
  /** @returns false where there is none */
  readonly revoke: (id: string, now: Date) => Promise<boolean>;
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly origins?: readonly string[];
  readonly expires?: string | null;
  readonly now: Date;
}

const MOST_KEYS = 10_000;

export const createKeyStore = (elasticsearch: Elasticsearch, prefix: string): KeyStore => {
  const index = indexNames(prefix).keys;
  const get = (id: string): Promise<StoredKey | null> =>
    translatingErrors(async () => {
      const found = await elasticsearch.get({ index, id }, { ignore: [404] });
      return found.found ? storedKeySchema.parse(found._source) : null;
    });
  return {
    get,
    create: async ({ name, scopes, origins = [], expires = null, now }) => {
      const { id, secret } = createSecret();
      const key: StoredKey = {
        id,
        hash: hashSecret(secret),
        name,
        scopes: [...scopes],
        origins: [...origins],
        created: now.toISOString(),
        expires,
        revoked: null,
      };
      await translatingErrors(() =>
        elasticsearch.index({ index, id, document: key, op_type: 'create', refresh: true }),
      );
      return { key, secret };
    },
    list: () =>
      translatingErrors(async () => {
        const { hits } = await elasticsearch.search({ index, size: MOST_KEYS, sort: [{ created: 'asc' }] });
        return hits.hits.map(({ _source }) => storedKeySchema.parse(_source));
      }),
    revoke: async (id, now) => {
      const key = await get(id);
      if (!key) return false;
      await translatingErrors(() =>
        elasticsearch.index({ index, id, document: { ...key, revoked: now.toISOString() }, refresh: true }),
      );
      return true;
    },
  };
};

export const isMissingIndex = (error: unknown): boolean =>
  error instanceof errors.ResponseError && error.statusCode === 404;
