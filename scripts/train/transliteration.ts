/**
 * Trains the shipped transliteration models on token pairs (MIT):
 * `node scripts/train/transliteration.ts ../shared/data/names/pairs`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModel } from '../../authorities/people/matching/transliteration.ts';
import { views } from '../../authorities/people/matching/views.ts';
import { readPairs, trainViews } from './transliteration-pairs.ts';

const folder = process.argv[2];
if (!folder) throw new Error('which folder?');
const target = join(import.meta.dirname, '../../models');
mkdirSync(target, { recursive: true });

for (const language of Object.keys(views)) {
  const pairs = await readPairs(join(folder, `${language}.tsv.gz`));
  for (const [view, model] of trainViews(language, pairs, (line) =>
    process.stderr.write(`${language}: ${line}\n`),
  ).entries())
    writeFileSync(join(target, `transliteration-${language}-${view}.bin`), encodeModel(model));
}
