import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type HanReading = 'mandarin' | 'cantonese' | 'korean';

/** Traditional characters as simplified ones; the rest stays. @see Unihan kSimplifiedVariant */
export const simplify = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => simplified().get(character) ?? character);

/**
 * The sounds of Han characters: Mandarin in pinyin without tones (`v` for ü), Cantonese in Jyutping, Korean in
 * hangul; one reading a character, the commonest. Unknown characters stay. @see Unihan kMandarin, kCantonese, kHangul
 */
export const readHan = (text: string, reading: HanReading): string =>
  text.replace(/\p{Script=Han}/gu, (character) => readings(reading).get(character) ?? character);

const tables = new Map<string, ReadonlyMap<string, string>>();

const once = (name: string, load: () => ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const table = tables.get(name) ?? load();
  tables.set(name, table);
  return table;
};

const linesOf = (file: string): string[] => readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');

const simplified = (): ReadonlyMap<string, string> =>
  once(
    'simplified',
    () => new Map(linesOf('han-simplified.tsv').map((line) => [line[0] ?? '', line[1] ?? ''])),
  );

const readings = (reading: HanReading): ReadonlyMap<string, string> =>
  once(reading, () => {
    const table = new Map<string, string>();
    for (const line of linesOf(`han-${reading}.tsv`)) {
      const [sound = '', characters = ''] = line.split('\t');
      for (const character of characters) table.set(character, sound);
    }
    return table;
  });
