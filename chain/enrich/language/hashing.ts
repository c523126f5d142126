/** FNV-1a over UTF-16 units: a 32-bit hash of an n-gram, given as a text or as a part of one. */
export const hashNgram = (text: string, start = 0, end = text.length): number => {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return hash >>> 0;
};

/** Hash of a whole word: spaces around it distinguish it from n-grams. */
export const hashWord = (word: string): number => hashNgram(` ${word} `);
