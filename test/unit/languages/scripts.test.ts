import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { tokensOf } from '../../../chain/clean/tokens.ts';
import { isDense, isSyllabic, isUnspaced, scriptOf } from '../../../languages/scripts.ts';

const samples: readonly (readonly [
  text: string,
  script: string,
  unspaced: boolean,
  dense: boolean,
  syllabic: boolean,
])[] = [
  ['外交部', 'Hani', true, true, true],
  ['ニュースです', 'Jpan', true, true, true],
  ['외교부', 'Hang', false, true, true],
  ['กระทรวง', 'Thai', true, true, false],
  ['ກະຊວງ', 'Laoo', true, true, false],
  ['ក្រសួង', 'Khmr', true, true, false],
  ['ဝန်ကြီးဌာန', 'Mymr', true, true, false],
  ['министр', 'Cyrl', false, false, false],
  ['وزارة', 'Arab', false, false, false],
  ['նախարար', 'Armn', false, false, false],
  ['मंत्री', 'Deva', false, false, false],
];

test.each(samples)('%s is written in %s', (text, script, unspaced, dense, syllabic) => {
  expect([scriptOf(text), isUnspaced(text), isDense(text), isSyllabic(text)]).toEqual([
    script,
    unspaced,
    dense,
    syllabic,
  ]);
});

test('the mark of a long vowel is a letter of kana, and swallows nothing behind it', () => {
  expect(tokensOf('ニュース速報')).toEqual(['ニ', 'ュ', 'ー', 'ス', '速', '報']);
});

test('text without letters has no script', () => {
  expect(scriptOf('12:30 …')).toBeNull();
});

test('only languages/scripts.ts lists the scripts without spaces', () => {
  const root = join(import.meta.dirname, '../../..');
  const files = execFileSync('git', ['ls-files', '*.ts'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && !file.startsWith('test/') && file !== 'languages/scripts.ts');
  const several =
    /\\p\{(?:Script|sc)=Han\}(?:\||\\p\{(?:Script|sc)=)[^/]*(?:Hira|Kata|Thai)|(?:Hira(?:gana)?|Katakana)\}[^/]*\\p\{(?:Script|sc)=Thai/u;
  expect(files.filter((file) => several.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
