import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { type Bound, unbound } from '../../domain/bound.ts';
import { AccessDenied } from '../../domain/errors.ts';
import { developmentKeyId } from '../../platform/alerts/records.ts';
import {
  hashSecret,
  idOfSecret,
  rateFactors,
  type Scope,
  type StoredKey,
  scopes,
  scopesInForce,
} from './key.ts';
import type { KeyStore } from './key-store.ts';
import { createUnknownKeys } from './unknown-keys.ts';

/** The caller: the owner of a key, or anonymous. */
export interface Caller {
  /** The key's id; null without one. */
  readonly key: string | null;
  readonly scopes: readonly Scope[];
  /** A key that a site embeds in its pages, where everybody can read it. */
  readonly isPublic: boolean;
  /** What it may write. */
  readonly bound: Bound;
  /** Factor of the limits of a key: 1 for most, and without a key. */
  readonly rate: number;
}

const anonymous: Caller = { key: null, scopes: [], isPublic: false, bound: unbound, rate: 1 };

export interface Gate {
  /**
   * Who sends a request.
   *
   * @throws {AccessDenied} for a key that is unknown, revoked, expired or bound to another site
   */
  readonly callerOf: (request: Request, options?: { basic?: boolean }) => Promise<Caller>;
  /** @throws {AccessDenied} without the scope; an admin may do everything */
  readonly require: (
    request: Request,
    scope: Scope,
    options?: { basic?: boolean; why?: string },
  ) => Promise<Caller>;
}

/** A revoked key works no longer than this. */
const CACHE_MS = 10_000;
const MOST_CACHED = 10_000;
/** The stored last use of a key is at most this old. */
const NOTED_MS = 3_600_000;

export const createGate = (
  keys: Pick<KeyStore, 'get' | 'noteUse'>,
  { developmentKey, clock }: { developmentKey: string | undefined; clock: () => Date },
): Gate => {
  const known = new Map<string, { readonly key: StoredKey | null; readonly until: number }>();
  const noted = new Map<string, number>();
  const unknown = createUnknownKeys(clock);
  const met = new Set<string>();
  const find = async (id: string, address: string): Promise<StoredKey | null> => {
    const now = clock().getTime();
    const cached = known.get(id);
    if (cached && cached.until > now) return cached.key;
    // A key that was valid before is always looked up, even while its address exceeds the limit of unknown keys.
    if (!met.has(id)) unknown.admit(address);
    const key = await keys.get(id);
    if (!key) unknown.note(address);
    else if (met.size < MOST_CACHED) met.add(id);
    if (known.size >= MOST_CACHED) known.clear();
    known.set(id, { key, until: now + CACHE_MS });
    return key;
  };
  const noteUse = ({ id, used }: StoredKey): void => {
    const now = clock();
    if (Math.max(Date.parse(used ?? '') || 0, noted.get(id) ?? 0) > now.getTime() - NOTED_MS) return;
    noted.set(id, now.getTime());
    // A key works even if its use cannot be recorded; the next hour records it again.
    keys.noteUse(id, now).catch(() => {});
  };
  const look = async (request: Request, basic: boolean): Promise<Caller> => {
    const secret = secretOf(request, basic);
    if (secret === null) return anonymous;
    if (developmentKey !== undefined && equal(secret, developmentKey))
      // It is only used on the developer's own machine.
      return { key: developmentKeyId, scopes, isPublic: false, bound: unbound, rate: rateFactors.unlimited };
    const id = idOfSecret(secret);
    const key = id === null ? null : await find(id, request.ip ?? '');
    // The comparison also runs for unknown ids, against a hash that no secret has, so that both take the same time.
    const fits = equalHashes(hashSecret(secret), key?.hash ?? '0'.repeat(64));
    if (!key || !fits || !isValid(key, request, clock())) throw new AccessDenied('read', { known: false });
    noteUse(key);
    return {
      key: key.id,
      scopes: scopesInForce(key),
      isPublic: key.origins.length > 0,
      bound: { namespaces: key.namespaces, agencies: key.agencies },
      rate: rateFactors[key.rate],
    };
  };
  const looked = new WeakMap<Request, Promise<Caller>>();
  // Limits and routes need the caller of the same request, so it is found once.
  const callerOf: Gate['callerOf'] = (request, { basic = false } = {}) => {
    if (basic) return look(request, basic);
    const caller = looked.get(request) ?? look(request, basic);
    looked.set(request, caller);
    return caller;
  };
  return {
    callerOf,
    require: async (request, scope, options) => {
      const caller = await callerOf(request, options);
      if (!caller.scopes.includes(scope) && !caller.scopes.includes('admin'))
        throw new AccessDenied(scope, { known: caller.key !== null, why: options?.why });
      return caller;
    },
  };
};

const MAX_SECRET = 300;

const secretOf = (request: Request, basic: boolean): string | null => {
  const own = request.get('api-key');
  if (own) return own.slice(0, MAX_SECRET);
  const [, scheme, value] = /^(\w+) +(\S+)$/.exec((request.get('authorization') ?? '').slice(0, 1000)) ?? [];
  if (value === undefined) return null;
  if (scheme?.toLowerCase() === 'bearer') return value.slice(0, MAX_SECRET);
  if (!basic || scheme?.toLowerCase() !== 'basic') return null;
  return Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '')
    .slice(0, MAX_SECRET);
};

const equal = (a: string, b: string): boolean => equalHashes(hashSecret(a), hashSecret(b));

const equalHashes = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));

const isValid = (key: StoredKey, request: Request, now: Date): boolean => {
  if (key.revoked !== null) return false;
  if (key.expires !== null && Date.parse(key.expires) <= now.getTime()) return false;
  return key.origins.length === 0 || key.origins.includes(request.get('origin') ?? '');
};
