import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Whether this is an address, or a range of them in CIDR notation. */
export const isRange = (written: string): boolean => ipaddr.isValid(written) || ipaddr.isValidCIDR(written);

/**
 * Whether the service may call an address: a public one, or one that the operator allows.
 *
 * @param written  an IPv4 or IPv6 address without brackets and zone
 * @param allowed  addresses and ranges (`isRange`)
 * @returns false for anything but an address
 * @see RFC 6890, the special-purpose registries: all of them are rejected, also IPv4 addresses inside IPv6
 */
export const mayCall = (written: string, allowed: readonly string[]): boolean => {
  if (!ipaddr.isValid(written)) return false;
  // `process` reads ::ffff:10.0.0.1 as the IPv4 address in it.
  const address = ipaddr.process(written);
  return isPublic(address) || allowed.some((range) => isWithin(address, range));
};

/** `range` returns "unicast" for everything outside the registries, even ::127.0.0.1; the internet uses only 2000::/3. */
const isPublic = (address: Address): boolean =>
  address.range() === 'unicast' && (address.kind() === 'ipv4' || isWithin(address, '2000::/3'));

const isWithin = (address: Address, range: string): boolean => {
  const [base, bits] = ipaddr.isValidCIDR(range) ? ipaddr.parseCIDR(range) : whole(ipaddr.process(range));
  return address.kind() === base.kind() && address.match(base, bits);
};

const whole = (address: Address): [Address, number] => [address, address.kind() === 'ipv4' ? 32 : 128];
