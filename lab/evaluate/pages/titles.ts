import { createHash } from 'node:crypto';

/**
 * Normalizes to NFC, and normalizes spaces (zero-width ones too) and quotation marks. The results must be equal to
 * count as exact.
 */
export const evenTitle = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/[“”„«»‟″]/g, '"')
    .replace(/[‘’‚‹›′`´]/g, "'")
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The first 16 hex digits of SHA-256 over the normalized title, because labels contain no text of publishers. */
export const titleChecksum = (title: string): string =>
  createHash('sha256').update(evenTitle(title)).digest('hex').slice(0, 16);
