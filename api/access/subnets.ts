import { ipKeyGenerator } from 'express-rate-limit';

/** The range that a provider gives one customer, and the range that a host rents out by the hour. */
export interface Subnets {
  /** IPv4 /24, IPv6 /64. */
  readonly narrow: string;
  /** IPv4 /16, IPv6 /48. */
  readonly wide: string;
}

/** Single addresses are cheap to get by the thousand, so callers are counted by subnet. */
export const subnetsOf = (address: string): Subnets => {
  const plain = address.replace(/^::ffff:(?=\d{1,3}\.)/i, '');
  const parts = plain.split('.');
  if (parts.length === 4) return { narrow: parts.slice(0, 3).join('.'), wide: parts.slice(0, 2).join('.') };
  return { narrow: ipKeyGenerator(plain, 64), wide: ipKeyGenerator(plain, 48) };
};
