/**
 * Trains the shipped transliteration models on token pairs (MIT):
 * `node lab/train/transliteration.ts ../shared/data/names/pairs [languages…]`, all that have a file unless named.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModel } from '../../authorities/people/matching/transliteration.ts';
import { views } from '../../authorities/people/matching/views.ts';
import { readPairs, trainViews } from './transliteration-pairs.ts';

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) throw new Error('which folder?');
const target = join(import.meta.dirname, '../../models');
mkdirSync(target, { recursive: true });

const pathOf = (language: string): string => join(folder, `${language}.tsv.gz`);
const there = Object.keys(views).filter((language) => existsSync(pathOf(language)));

for (const language of wanted.length > 0 ? wanted : there) {
  const pairs = await readPairs(pathOf(language));
  for (const [view, model] of trainViews(language, pairs, (line) =>
    process.stderr.write(`${language}: ${line}\n`),
  ).entries())
    writeFileSync(join(target, `transliteration-${language}-${view}.bin`), encodeModel(model));
}
