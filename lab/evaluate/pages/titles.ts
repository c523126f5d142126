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
