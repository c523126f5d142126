import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/**
 * The recipient of sealed texts. Only the private key opens them, and it never leaves this process. Once the process
 * has ended, nobody can read the copies that others keep, such as Redis in its append-only file.
 */
export interface Recipient {
  /** The public key, for senders. */
  readonly address: string;
  /** @throws if a text was sealed for somebody else, or changed */
  readonly open: (sealed: string) => string;
}

const nonceBytes = 12;
const tagBytes = 16;
const der = { format: 'der', type: 'spki' } as const;

export const createRecipient = (): Recipient => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    address: publicKey.export(der).toString('base64url'),
    open: (sealed) => {
      const [sender = '', content = ''] = sealed.split('.');
      const bytes = Buffer.from(content, 'base64url');
      const nonce = bytes.subarray(0, nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', keyOf(privateKey, readAddress(sender)), nonce);
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      return (
        decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
      );
    },
  };
};

/** Seals with a key for this text only, which is discarded at once, so that even the sender cannot open it. */
export const seal = (text: string, address: string): string => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(privateKey, readAddress(address)), nonce);
  const content = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${publicKey.export(der).toString('base64url')}.${content.toString('base64url')}`;
};

const readAddress = (address: string): KeyObject =>
  createPublicKey({ key: Buffer.from(address, 'base64url'), ...der });

const keyOf = (privateKey: KeyObject, publicKey: KeyObject): Uint8Array =>
  new Uint8Array(
    hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), '', 'dateline former revision', 32),
  );
