/**
 * Compiles readings and simplified forms of Han characters from the Unihan database (Unicode licence):
 * `node lab/authorities/compile-han.ts <folder with Unihan_Readings.txt and Unihan_Variants.txt>`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('which folder?');
const target = join(import.meta.dirname, '../../authorities/people/matching');

/** Characters by field, those of the basic block only: names use no others in print. */
const readField = (file: string, field: string): [character: string, value: string][] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .flatMap((line): [string, string][] => {
      const [point, name, value] = line.split('\t');
      const code = Number.parseInt((point ?? '').slice(2), 16);
      return name === field && value && code >= 0x4e00 && code <= 0x9fff
        ? [[String.fromCodePoint(code), value]]
        : [];
    });

const group = (entries: readonly (readonly [string, string])[]): string => {
  const groups = new Map<string, string>();
  for (const [character, reading] of entries) groups.set(reading, (groups.get(reading) ?? '') + character);
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([reading, all]) => `${reading}\t${all}\n`)
    .join('');
};

const bare = (reading: string): string =>
  (reading.split(' ')[0] ?? '')
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/\p{M}/gu, '')
    .replace(/\d/gu, '')
    .toLowerCase();

writeFileSync(
  join(target, 'han-mandarin.tsv'),
  group(readField('Unihan_Readings.txt', 'kMandarin').map(([c, v]) => [c, bare(v)])),
);
writeFileSync(
  join(target, 'han-cantonese.tsv'),
  group(readField('Unihan_Readings.txt', 'kCantonese').map(([c, v]) => [c, bare(v)])),
);
writeFileSync(
  join(target, 'han-korean.tsv'),
  group(readField('Unihan_Readings.txt', 'kHangul').map(([c, v]) => [c, v.split(/[: ]/u)[0] ?? ''])),
);
writeFileSync(
  join(target, 'han-simplified.tsv'),
  readField('Unihan_Variants.txt', 'kSimplifiedVariant')
    .flatMap(([character, value]) => {
      const simple = String.fromCodePoint(Number.parseInt((value.split(' ')[0] ?? '').slice(2), 16));
      return simple === character ? [] : [`${character}${simple}`];
    })
    .join('\n'),
);
