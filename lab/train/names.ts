/**
 * Trains the models that judge pairs of names: `node lab/train/names.ts ../shared/data` writes `models/names.json` and,
 * with `--sounds`, first the model of Latin spellings beside Latin ones.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModel } from '../../authorities/people/matching/transliteration.ts';
import { drawPairs, readPeople } from '../evaluate/name-pairs.ts';
import { listSets } from '../evaluate/sets.ts';
import { trainAlignment } from './alignment.ts';
import { minePairs } from './latin-pairs.ts';
import { countPairs, trainingPairs, trainNameWeights } from './name-weights.ts';
import { readPairs } from './transliteration-pairs.ts';

const [folder, ...options] = process.argv.slice(2);
if (!folder) throw new Error('which folder?');
const models = join(import.meta.dirname, '../../models');
const log = (line: string): unknown => process.stderr.write(`${line}\n`);

/** Words that are spelled alike teach little after the first thousands. */
const everyEqual = 6;

if (options.includes('--sounds')) {
  const files = [];
  for (const { path } of listSets(folder, 'names/pairs', { endings: ['.tsv'] }))
    files.push(await readPairs(path));
  const pairs = minePairs(files).filter(([one, other], at) => one !== other || at % everyEqual === 0);
  writeFileSync(join(models, 'transliteration-latin-0.bin'), encodeModel(trainAlignment(pairs, log)));
}

const counted = countPairs(drawPairs(await readPeople(folder), ...trainingPairs));
log(`${counted.length} pairs`);
writeFileSync(join(models, 'names.json'), `${JSON.stringify(trainNameWeights(counted), null, 1)}\n`);
