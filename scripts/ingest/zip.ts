import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, validateFileName } from 'yauzl';
import type { FileRecord } from './file-record.ts';

/** Limits of files and unpacked bytes, above any real delivery. */
const mostMembers = 100_000;
const mostBytes = 50_000_000_000;

/** System files that packing programs add. */
const clutter = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$)|\/$/i;

/** The reader for one file in an archive; null if its kind is not supported. */
export type ReadMember = (
  name: string,
) => ((bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<FileRecord>) | null;

/**
 * The articles of all files in a ZIP archive. Each is unpacked as it is read and never beyond the size that the archive
 * states for it. A name that leads out of the archive excludes only that file. Places are numbered through the whole
 * archive, and are the same each time it is read.
 *
 * @throws if it is not an archive, or truncated
 */
export async function* readZip(path: string, readMember: ReadMember): AsyncGenerator<FileRecord> {
  const archive = await openPromise(path, { decodeStrings: false });
  let place = 0;
  let bytes = 0;
  if (archive.entryCount > mostMembers) {
    archive.close();
    throw new RangeError(`over ${mostMembers} files in an archive`);
  }
  for await (const entry of archive.eachEntry()) {
    const name = nameOf(entry);
    const isOutside = validateFileName(name) !== null;
    if (!isOutside && clutter.test(name)) continue;
    bytes += entry.uncompressedSize;
    if (bytes > mostBytes) throw new RangeError(`over ${mostBytes} bytes in an archive`);
    const member = isOutside ? null : readMember(name);
    const fault = isOutside ? 'leads out of the archive' : faultOf(entry, name, member !== null);
    if (fault !== null || member === null) {
      place += 1;
      yield invalid(place, `${name.slice(0, 200)}: ${fault}`);
      continue;
    }
    try {
      const stream = await archive.openReadStreamPromise(entry);
      for await (const record of member(unpacked(stream, name))) {
        place += 1;
        yield named({ ...record, place }, name);
      }
    } catch (error) {
      // The rest of a truncated file is lost; reading the archive continues.
      place += 1;
      yield invalid(place, `${name.slice(0, 200)}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** By default, the library stops at a name that leads out of the archive. */
const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);

const faultOf = (entry: Entry, name: string, isRead: boolean): string | null => {
  if (entry.isEncrypted()) return 'encrypted';
  if (/\.(?:zip|tar|tgz|rar|7z)$/i.test(name)) return 'an archive in an archive is not read';
  return isRead ? null : 'unknown-format: not a supported kind of file';
};

const unpacked = (stream: Readable, name: string): AsyncIterable<Uint8Array> => {
  if (!/\.gz$/i.test(name)) return stream;
  const plain = createGunzip();
  stream.on('error', (error) => plain.destroy(error));
  return stream.pipe(plain);
};

const invalid = (place: number, detail: string): FileRecord => ({
  place,
  bytes: 0,
  read: { kind: 'invalid', id: null, detail },
});

/** Unreadable content is reported with its file. */
const named = (record: FileRecord, name: string): FileRecord =>
  record.read.kind === 'invalid'
    ? { ...record, read: { ...record.read, detail: `${name.slice(0, 200)}: ${record.read.detail}` } }
    : record;
