import { InvalidParameters } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { translatingErrors } from '../search/execute.ts';
import {
  createSecret,
  findKeyFault,
  hashSecret,
  type RateClass,
  type Scope,
  type StoredKey,
  storedKeySchema,
} from './key.ts';

export interface KeyStore {
  /** @returns the secret, shown once @throws {InvalidParameters} if such a key is not allowed */
  readonly create: (key: NewKey) => Promise<{ readonly key: StoredKey; readonly secret: string }>;
  readonly list: () => Promise<readonly StoredKey[]>;
  readonly get: (id: string) => Promise<StoredKey | null>;
  /** @returns false if there is none */
  readonly revoke: (id: string, now: Date) => Promise<boolean>;
  readonly noteUse: (id: string, now: Date) => Promise<void>;
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly origins?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly agencies?: readonly string[];
  /** Default: standard. */
  readonly rate?: RateClass;
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
  const change = async (id: string, doc: Partial<StoredKey>): Promise<void> => {
    await translatingErrors(() =>
      elasticsearch.update({ index, id, doc, refresh: true, retry_on_conflict: 3 }),
    );
  };
  return {
    get,
    create: async (given) => {
      const { name, scopes, origins = [], namespaces = [], agencies = [] } = given;
      const { rate = 'standard', expires = null, now } = given;
      const { id, secret } = createSecret();
      const key: StoredKey = {
        id,
        hash: hashSecret(secret),
        name,
        scopes: [...scopes],
        origins: [...origins],
        namespaces: [...namespaces],
        agencies: [...agencies],
        rate,
        created: now.toISOString(),
        expires,
        revoked: null,
        used: null,
      };
      const fault = findKeyFault(key);
      if (fault) throw new InvalidParameters([fault]);
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
      if (!(await get(id))) return false;
      await change(id, { revoked: now.toISOString() });
      return true;
    },
    noteUse: (id, now) => change(id, { used: now.toISOString() }),
  };
};
