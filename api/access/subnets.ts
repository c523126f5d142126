import { ipKeyGenerator } from 'express-rate-limit';

/** What one customer of a provider has, and what a hoster rents out by the hour. */
export interface Subnets {
  /** IPv4 /24, IPv6 /64. */
  readonly narrow: string;
  /** IPv4 /16, IPv6 /48. */
  readonly wide: string;
}

/** Single addresses are had by the thousand: whoever is counted by address is counted by its nets. */
export const subnetsOf = (address: string): Subnets => {
  const plain = address.replace(/^::ffff:(?=\d{1,3}\.)/i, '');
  const parts = plain.split('.');
  if (parts.length === 4) return { narrow: parts.slice(0, 3).join('.'), wide: parts.slice(0, 2).join('.') };
  return { narrow: ipKeyGenerator(plain, 64), wide: ipKeyGenerator(plain, 48) };
};
