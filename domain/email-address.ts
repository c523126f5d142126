import { domainToASCII } from 'node:url';

/** RFC 5321, 4.5.3.1: of the part before the @, and of the whole. */
const mostLocal = 64;
export const mostEmailAddress = 254;

/** RFC 5321, Dot-string: what mail providers give out. Quoted parts are left out: they allow spaces and commas. */
const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An address that one mailbox has, ready for a header: ASCII, no comments, quotes, spaces or line breaks. Names of
 * hosts may be written in any script.
 *
 * @returns null for anything else, numeric hosts and hosts without a dot included
 */
export const readEmailAddress = (written: string): string | null => {
  const given = written.trim();
  const at = given.lastIndexOf('@');
  if (given.length > mostEmailAddress || at < 1 || at > mostLocal) return null;
  const name = given.slice(0, at);
  const host = domainToASCII(given.slice(at + 1)).toLowerCase();
  const labels = host.split('.');
  const isHost =
    labels.length > 1 && labels.every((one) => label.test(one)) && !/^\d+$/.test(labels.at(-1) ?? '');
  const address = `${name}@${host}`;
  return local.test(name) && isHost && address.length <= mostEmailAddress ? address : null;
};

/** The mailbox of an address: providers deliver `a+anything@b` to `a@b`, and nobody tells upper case from lower case. */
export const mailboxOf = (address: string): string =>
  address.toLowerCase().replace(/^([^+@]+)\+[^@]*@/, '$1@');

/**
 * The mailbox to count by, and for nothing else: some providers deliver `j.doe@b` to `jdoe@b`, at others these are two
 * readers, who lose little if they share a limit.
 */
export const countedMailboxOf = (address: string): string => {
  const [name = '', host = ''] = mailboxOf(address).split('@');
  return `${name.replaceAll('.', '')}@${host}`;
};

/** For lists and logs: `j…@example.org`. */
export const shortenEmailAddress = (address: string): string => address.replace(/^(.)[^@]*@/u, '$1…@');
