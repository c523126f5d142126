import { createHash } from 'node:crypto';

/** The fold of a host, so that pages of one host are never both in training and in the test. */
export const foldOf = (host: string, folds: number, salt: string): number =>
  createHash('sha256').update(`${salt} ${host}`).digest().readUInt32LE(0) % folds;
