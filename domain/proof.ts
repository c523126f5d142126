import { hash } from 'node:crypto';

/**
 * Numbers that stand in every search document, so that two indices can be compared by sums: equal counts and sums
 * mean equal contents. 24 bits each, since Elasticsearch sums doubles: 2^29 such parts add up without losing a digit.
 */
export interface Proof {
  /** Of id and revision. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Of the whole document as it was written. */
  readonly d: number;
  readonly e: number;
}

/** Above every part. */
export const proofSpan = 2 ** 24;

/** @param json  the document without its proof, as it is sent to the index */
export const proofOf = (id: string, revision: number, json: string): Proof => {
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

/** A document's JSON with its proof in it. */
export const withProof = (id: string, revision: number, json: string): string =>
  `${json.slice(0, -1)},"proof":${JSON.stringify(proofOf(id, revision, json))}}`;
