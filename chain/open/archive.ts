import { unzipSync } from 'fflate';
import { RejectedArticle } from '../../domain/errors.ts';

const MOST_ENTRIES = 2_000;
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Selected files of a ZIP archive. No file is unpacked beyond the size that the archive states for it, and
 * the total of the sizes is bounded, so that a ZIP bomb is rejected before it expands.
 *
 * @throws {RejectedArticle} `too-large`
 */
export const unzip = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> => {
  let entries = 0;
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries += 1;
      if (entries > MOST_ENTRIES)
        throw new RejectedArticle('too-large', `over ${MOST_ENTRIES} files in an archive`);
      if (!wanted(name)) return false;
      size += originalSize;
      if (size > MOST_BYTES)
        throw new RejectedArticle('too-large', `an archive of over ${MOST_BYTES} bytes unpacked`);
      return true;
    },
  });
  return new Map(Object.entries(files));
};

export const textFile = (files: ReadonlyMap<string, Uint8Array>, name: string): string => {
  const file = files.get(name);
  return file === undefined ? '' : new TextDecoder().decode(file);
};
