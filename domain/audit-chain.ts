import { createHash } from 'node:crypto';

/** The content of an audit record that its hash covers. */
export interface AuditStatement {
  readonly at: string;
  readonly key: string | null;
  readonly action: string;
  readonly subject: string | readonly string[];
  readonly detail?: object | undefined;
  /** SHA-256 of a salt and the address: the address can be shortened later, and the salt thrown away. */
  readonly addressHash?: string | undefined;
  /** Last records of other chains, as the process saw them: they cannot be cut off without changing this one too. */
  readonly heads?: readonly AuditHead[] | undefined;
}

/** The last record of a chain. */
export interface AuditHead {
  readonly chain: string;
  readonly number: number;
  readonly hash: string;
}

/** A record's position in the chain of the process that wrote it. */
export interface AuditLink {
  readonly chain: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
}

/** Before the first record of a chain. */
export const noHash = '';

export const hashAddress = (salt: string, address: string): string =>
  createHash('sha256').update(salt).update('\0').update(address).digest('hex');

/** The hash of a record, over the previous hash and its content. Hexadecimal. */
export const hashRecord = (
  { chain, number, previous }: Omit<AuditLink, 'hash'>,
  { at, key, action, subject, detail, addressHash, heads }: AuditStatement,
): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        chain,
        number,
        previous,
        at,
        key,
        action,
        subject,
        detail ?? null,
        addressHash ?? null,
        // Records from before heads were noted keep their hashes.
        ...(heads ? [heads.map((head) => [head.chain, head.number, head.hash])] : []),
      ]),
    )
    .digest('hex');

/** The network of an address: the first three bytes of IPv4, the first three groups of IPv6. */
export const shortenAddress = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+)\.\d+$/i.exec(address) ?? /^(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (mapped) return `${mapped[1]}.0`;
  if (!address.includes(':')) return address;
  const groups = (address.split('::')[0] ?? '').split(':').filter((group) => group !== '');
  return `${groups.slice(0, 3).join(':')}::`;
};
