import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { standingTitles } from '../roles/standing-titles.ts';
import { cueVocabulary } from './cues.ts';
import { templateNames } from './templates.ts';

/** The word list of each family of a script without spaces. */
const wordLists: Readonly<Record<string, string>> = { chinese: 'zh', japanese: 'ja', korean: 'ko' };

/**
 * What a family's weights depend on: the templates and the word lists that features are made from. If any of them has
 * changed since training, the weights belong to other features.
 *
 * @param folder  with the packed lists of names, words and groups
 */
export const fingerprintOf = (family: string, folder: string): string => {
  const list = wordLists[family];
  const files = ['names', `clusters-${family}`, ...(list ? [`words-${list}`] : [])];
  const hash = createHash('sha256');
  const parts = [
    ...(list ? templateNames.characters : templateNames.words),
    ...(list ? [...standingTitles].sort() : cueVocabulary()),
    ...files.map((file) => checksumOf(join(folder, `people-${file}.bin`))),
  ];
  for (const part of parts) hash.update(`${part}\n`);
  return hash.digest('hex').slice(0, 16);
};

const trailer = 8;

/** A gzip file ends with the checksum and the size of its content (RFC 1952, 2.3.1). */
const checksumOf = (path: string): string => {
  if (!existsSync(path)) return 'none';
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(trailer);
    readSync(file, bytes, 0, trailer, fstatSync(file).size - trailer);
    return bytes.toString('hex');
  } finally {
    closeSync(file);
  }
};

/** A model whose features or word lists are not those of this program. */
export class StaleModel extends Error {
  override readonly name = 'StaleModel';

  constructor(family: string) {
    super(
      `people-${family}.bin was trained with other features or word lists: train it again with\n` +
        `  node lab/train/people.ts --data ../shared/data --labels LABELS ${family}\n` +
        '(LABELS: see models/README.md)',
    );
  }
}
