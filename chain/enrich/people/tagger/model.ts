import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createSharedTables, type SharedTables } from '../../../../domain/shared-tables.ts';
import { fingerprintOf, StaleModel } from './fingerprint.ts';
import { exponentialsOf, tagCount } from './lattice.ts';
import { type NameTable, openNameTable } from './name-table.ts';
import { noClusters, openWordClusters, type WordClusters } from './word-clusters.ts';
import { openWordList, type WordList } from './word-list.ts';

/** A trained tagger: five weights for each of 2^`bits` hashed features. */
export interface TaggerModel {
  /** Of the templates and word lists that the weights are for. */
  readonly fingerprint: string;
  readonly bits: number;
  /** Numbers of the languages that it was trained on, from 1; others are 0. */
  readonly languages: readonly string[];
  /** Names of the sets it was trained on, for honest reports. */
  readonly trainedOn: readonly string[];
  readonly weights: Int8Array;
  /** A bit for each feature with a nonzero weight: unlike the weights, these bits fit into the processor's cache. */
  readonly weighted: Uint32Array;
  /** One step of a weight, natural logarithm. */
  readonly scale: number;
  /** Penalty for the outside tag, because missing a person is the worse error. */
  readonly bias: number;
  readonly transitions: Float32Array;
  readonly factors: Float64Array;
}

const folder = join(import.meta.dirname, '../../../../models');

/**
 * Reads `people-<name>.bin`, from a folder of separately trained models, else from `models/`: a line of JSON, then the weights, all gzipped.
 *
 * @throws {StaleModel} if templates or word lists have changed since training
 */
export const loadModel = (
  name: string,
  directory = folder,
  tables: SharedTables = createSharedTables(),
): TaggerModel => {
  const aside = join(directory, `people-${name}.bin`);
  const bytes = unzip(existsSync(aside) ? aside : join(folder, `people-${name}.bin`), tables);
  const end = bytes.indexOf(10);
  const header = readHeader(JSON.parse(Buffer.from(bytes.subarray(0, end)).toString('utf8')));
  if (header.fingerprint !== fingerprintOf(name, folder)) throw new StaleModel(name);
  const weights = new Int8Array(bytes.buffer, end + 1);
  if (weights.length !== tagCount * 2 ** header.bits) throw new Error(`people-${name}.bin is cut short`);
  const transitions = Float32Array.from(header.transitions);
  return {
    ...header,
    weights,
    weighted: markWeighted(weights),
    transitions,
    factors: exponentialsOf(transitions),
  };
};

/** Sets the bit of every feature one of whose weights is not zero. */
const markWeighted = (weights: Int8Array): Uint32Array => {
  const features = weights.length / tagCount;
  const marks = new Uint32Array(Math.ceil(features / 32));
  for (let at = 0; at < weights.length; at += 1) {
    if (weights[at] === 0) continue;
    const feature = Math.floor(at / tagCount);
    marks[feature >>> 5] = (marks[feature >>> 5] ?? 0) | (1 << (feature & 31));
  }
  return marks;
};

const unzip = (path: string, tables: SharedTables): Uint8Array<SharedArrayBuffer> =>
  tables.bytes(path, () => gunzipSync(readFileSync(path)));

interface ModelHeader {
  /** Of the templates and word lists that the weights are for. */
  readonly fingerprint: string;
  readonly bits: number;
  readonly scale: number;
  readonly bias: number;
  readonly languages: readonly string[];
  readonly trainedOn: readonly string[];
  readonly transitions: readonly number[];
}

const readHeader = (value: unknown): ModelHeader => {
  if (typeof value !== 'object' || value === null) throw new Error('a people model without a header');
  const fields: Record<string, unknown> = { ...value };
  const number = (key: string): number => Number(fields[key]);
  const list = (key: string): unknown[] => (Array.isArray(fields[key]) ? fields[key] : []);
  return {
    fingerprint: String(fields.fingerprint ?? ''),
    bits: number('bits'),
    scale: number('scale'),
    bias: number('bias'),
    languages: list('languages').map(String),
    trainedOn: list('trainedOn').map(String),
    transitions: list('transitions').map(Number),
  };
};

export const loadNameTable = (directory = folder, tables: SharedTables = createSharedTables()): NameTable => {
  const bytes = unzip(join(directory, 'people-names.bin'), tables);
  const size = bytes.length / 4;
  return openNameTable({
    prints: new Uint16Array(bytes.buffer, 0, size),
    names: bytes.subarray(size * 2, size * 3),
    words: bytes.subarray(size * 3),
  });
};

export const loadWordList = (
  language: string,
  directory = folder,
  tables: SharedTables = createSharedTables(),
): WordList => {
  const bytes = unzip(join(directory, `people-words-${language}.bin`), tables);
  const size = bytes.length / 4;
  return openWordList({
    prints: new Uint16Array(bytes.buffer, 0, size),
    classes: bytes.subarray(size * 2, size * 3),
    costs: bytes.subarray(size * 3),
  });
};

/** Groups of words, `people-clusters-<family>.bin`: fingerprints, then groups, gzipped. */
export const loadWordClusters = (
  family: string,
  directory = folder,
  tables: SharedTables = createSharedTables(),
): WordClusters => {
  const path = join(directory, `people-clusters-${family}.bin`);
  if (!existsSync(path)) return noClusters;
  const bytes = unzip(path, tables);
  const size = clusterSlots(bytes.length);
  return openWordClusters({
    prints: new Uint16Array(bytes.buffer, 0, size),
    groups: bytes.subarray(size * 2),
  });
};

/** The largest power of two that leaves room for at least one column of groups beside two bytes per slot. */
const clusterSlots = (bytes: number): number => 2 ** Math.floor(Math.log2(bytes / 3));
