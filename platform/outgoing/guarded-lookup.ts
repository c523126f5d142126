import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { mayCall } from './addresses.ts';

/** A host name resolves to an address that the service does not call. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';

  constructor() {
    super('leads to an address that is not public');
  }
}

/**
 * Looks up a name for a connection and checks the addresses there, so that the result cannot change between check and
 * call (DNS rebinding). One forbidden address rejects the name, because legitimate names have none.
 *
 * @param allowed addresses and ranges (`isRange`) that may be called although they are not public
 */
export const guardedLookup =
  (allowed: readonly string[], lookup: LookupFunction = systemLookup): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
      if (!error && !addresses.every((address) => mayCall(address, allowed)))
        callback(new NotPublic(), '', 0);
      else callback(error, found, family);
    });
