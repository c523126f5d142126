/** NFC, spaces (those without width too) and quotation marks evened: what is left must be the same to count as exact. */
export const evenTitle = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/[“”„«»‟″]/g, '"')
    .replace(/[‘’‚‹›′`´]/g, "'")
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
