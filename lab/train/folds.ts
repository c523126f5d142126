import { createHash } from 'node:crypto';

/** The fold of a host: pages of one host never stand on both sides. */
export const foldOf = (host: string, folds: number, salt: string): number =>
  createHash('sha256').update(`${salt} ${host}`).digest().readUInt32LE(0) % folds;
