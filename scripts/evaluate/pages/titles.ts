/** NFC, white space and quotation marks evened: what is left must be the same to count as exact. */
export const evenTitle = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/[“”„«»‟″]/g, '"')
    .replace(/[‘’‚‹›′`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
