import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

export const scopes = ['read', 'write', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** A key as it is kept: its secret only as a hash. */
export const storedKeySchema = z.object({
  id: z.string(),
  hash: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  /** Sites that a public key is bound to; empty for a secret one. */
  origins: z.array(z.string()),
  created: z.string(),
  expires: z.string().nullable(),
  revoked: z.string().nullable(),
});
export type StoredKey = z.infer<typeof storedKeySchema>;

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
