import { hash } from 'node:crypto';

/**
 * Parts of a checksum that every search document carries (field `proof`), so that two indices can be compared by
 * sums: equal counts and sums mean equal contents. Each part has 24 bits, because Elasticsearch sums doubles: 2^29
 * such parts add up without losing a digit.
 */
export interface ChecksumParts {
  /** Of id and revision. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Of the whole document as it was written. */
  readonly d: number;
  readonly e: number;
}

/** Every part is below this. */
export const checksumPartSpan = 2 ** 24;

/** @param json  the document without its checksum parts, as it is sent to the index */
export const checksumPartsOf = (id: string, revision: number, json: string): ChecksumParts => {
  const identity = hash('sha256', `${revision}\0${id}`, 'buffer');
  const content = hash('sha256', json, 'buffer');
  return {
    a: identity.readUIntBE(0, 3),
    b: identity.readUIntBE(3, 3),
    c: identity.readUIntBE(6, 3),
    d: content.readUIntBE(0, 3),
    e: content.readUIntBE(3, 3),
  };
};

/** A document's JSON with its checksum parts added. */
export const withChecksumParts = (id: string, revision: number, json: string): string =>
  `${json.slice(0, -1)},"proof":${JSON.stringify(checksumPartsOf(id, revision, json))}}`;
