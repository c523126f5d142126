import { isIP } from 'node:net';
import { mayCall } from './addresses.ts';

const openPorts: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443']);
const longestTarget = 2000;

/**
 * The reason why an address must not be requested, as far as it is known without a lookup of its host; null if there
 * is none. The connection looks up the host and checks the result (`guardedLookup`).
 *
 * @param allowed addresses and ranges of the operator (`isRange`)
 */
export const findUrlFault = (written: string, allowed: readonly string[]): string | null => {
  if (!URL.canParse(written)) return 'is not an absolute URL';
  const { protocol, username, password, hostname } = new URL(written);
  if (protocol !== 'https:' && protocol !== 'http:') return 'is neither http nor https';
  if (username !== '' || password !== '') return 'contains a user or password';
  // Names are checked when they are looked up, but an IP address is never looked up.
  const host = bare(hostname);
  return isIP(host) === 0 || mayCall(host, allowed) ? null : 'is not a public address';
};

/** The same for addresses from third parties: short, and only on web ports, unless the operator allows them. */
export const findTargetFault = (written: string, allowed: readonly string[]): string | null => {
  if (written.length > longestTarget) return `is longer than ${longestTarget} characters`;
  const fault = findUrlFault(written, allowed);
  if (fault) return fault;
  const { hostname, port } = new URL(written);
  const host = bare(hostname);
  const isAllowed = isIP(host) > 0 && !mayCall(host, []);
  return openPorts.has(port) || isAllowed ? null : `port ${port} is not one of 80, 443, 8080, 8443`;
};

/** Only IPv6 addresses have brackets. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
