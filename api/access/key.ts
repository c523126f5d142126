import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

export const scopes = ['read', 'write', 'admin', 'metrics'] as const;
export type Scope = (typeof scopes)[number];

export const rateClasses = ['standard', 'high', 'unlimited'] as const;
export type RateClass = (typeof rateClasses)[number];
/** How much of the limits a key may use, as a factor of what every key may. */
export const rateFactors = {
  standard: 1,
  high: 10,
  unlimited: Number.POSITIVE_INFINITY,
} as const satisfies Readonly<Record<RateClass, number>>;

/** A key as it is stored, with a hash instead of the secret. */
export const storedKeySchema = z.object({
  id: z.string(),
  hash: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  /** Sites that a public key is bound to; empty for a secret one. */
  origins: z.array(z.string()),
  /** What a key may write: ids with these prefixes, articles of these agencies; see `Bound`. */
  namespaces: z.array(z.string()).default([]),
  agencies: z.array(z.string()).default([]),
  rate: z.enum(rateClasses).default('standard'),
  created: z.string(),
  expires: z.string().nullable(),
  revoked: z.string().nullable(),
  /** Time of its last use, accurate to an hour. */
  used: z.string().nullable().default(null),
});
export type StoredKey = z.infer<typeof storedKeySchema>;

/**
 * What a key allows. Everybody can copy a key that is bound to sites from their pages, so it may only read, whatever
 * scopes it has.
 */
export const scopesInForce = ({ scopes: given, origins }: Pick<StoredKey, 'scopes' | 'origins'>): Scope[] =>
  origins.length > 0 ? given.filter((scope) => scope === 'read') : [...given];

/** @returns the reason why such a key is not allowed; null if it is */
export const findKeyFault = ({
  scopes: given,
  origins,
  namespaces,
  agencies,
  rate,
}: Pick<StoredKey, 'scopes' | 'origins' | 'namespaces' | 'agencies' | 'rate'>): {
  readonly parameter: string;
  readonly detail: string;
} | null => {
  if (origins.length > 0 && given.some((scope) => scope !== 'read'))
    return {
      parameter: 'origins',
      detail: 'a key bound to sites is public: it can have the scope read only',
    };
  if (origins.length > 0 && rate === 'unlimited')
    return {
      parameter: 'rate',
      detail: 'a key bound to sites is public: everybody could use it without limit',
    };
  const isBound = namespaces.length + agencies.length > 0;
  if (isBound && (given.includes('admin') || !given.includes('write')))
    return {
      parameter: 'scopes',
      detail: 'a namespace or an agency binds writing: give write, and not admin',
    };
  if (namespaces.includes('')) return { parameter: 'namespaces', detail: 'an empty one binds to nothing' };
  return null;
};

/**
 * A new secret: `dl_<id>_<256 random bits>`. The id finds the record, so that a single comparison decides.
 */
export const createSecret = (): { readonly id: string; readonly secret: string } => {
  const id = randomBytes(8).toString('hex');
  return { id, secret: `dl_${id}_${randomBytes(32).toString('base64url')}` };
};

export const idOfSecret = (secret: string): string | null =>
  /^dl_([0-9a-f]{16})_[\w-]{43}$/.exec(secret)?.[1] ?? null;

/** SHA-256 is enough: 256 random bits cannot be guessed, so slowness would buy nothing (ADR 0051). */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
