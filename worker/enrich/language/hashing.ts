/** FNV-1a over UTF-16 units: a number of 32 bits for an n-gram. */
export const hashNgram = (ngram: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < ngram.length; index += 1) {
    const unit = ngram.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return hash >>> 0;
};
