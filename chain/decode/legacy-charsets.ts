import iconv from 'iconv-lite';

/**
 * Charsets whose extensions Node's decoder lacks, though the Encoding Standard has them: Korean UHC (all syllables
 * beside the 2,350 of KS X 1001) and Hong Kong's supplementary characters in Big5.
 */
const EXTENDED: Readonly<Record<string, string>> = { 'euc-kr': 'cp949', big5: 'big5-hkscs' };

/** @param charset  a name of the Encoding Standard */
export const decodeCharset = (bytes: Uint8Array, charset: string): string => {
  const extended = EXTENDED[charset];
  return extended === undefined ? new TextDecoder(charset).decode(bytes) : iconv.decode(bytes, extended);
};
