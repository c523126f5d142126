import { describe, expect, test } from '@jest/globals';
import { resolveMentions } from '../../../chain/enrich/people/coreference/resolve-mentions.ts';
import { findTitle } from '../../../chain/enrich/people/roles/roles.ts';

/** Gathers names given in the order of a text. */
const gather = (...names: string[]): Record<string, string[]> => {
  const mentions = names.map((name, at) => ({
    field: 'body' as const,
    start: at * 600,
    end: at * 600 + name.length,
  }));
  const printed = ({ start }: { start: number }): string => names[start / 600] ?? '';
  return Object.fromEntries(
    resolveMentions(mentions, printed).map((person) => [person.name, person.mentions.map(printed)]),
  );
};

describe('who is the same person', () => {
  test('surname, initials and a longer form', () => {
    expect(gather('J. Miller', 'John Miller', 'Miller', 'John Albert Miller')).toEqual({
      'John Albert Miller': ['J. Miller', 'John Miller', 'Miller', 'John Albert Miller'],
    });
  });

  test('two people of one surname stay two, and a surname is the one named last', () => {
    expect(gather('Anna Weber', 'Weber', 'Thomas Weber', 'Weber')).toEqual({
      'Anna Weber': ['Anna Weber', 'Weber'],
      'Thomas Weber': ['Thomas Weber', 'Weber'],
    });
  });

  test('capitals that stand for a name', () => {
    expect(gather('QLR', 'Quim López Romero', 'QLR', 'XY')).toEqual({
      'Quim López Romero': ['QLR', 'Quim López Romero', 'QLR'],
      XY: ['XY'],
    });
  });

  test('Russian endings', () => {
    expect(gather('Николай Петров', 'Петрова', 'Петрову', 'Николая Петрова')).toEqual({
      'Николай Петров': ['Николай Петров', 'Петрова', 'Петрову', 'Николая Петрова'],
    });
  });

  test('Chinese, Japanese and Korean surnames, and the last part of a foreign name', () => {
    expect(gather('王建国', '王')).toEqual({ 王建国: ['王建国', '王'] });
    expect(gather('田中太郎', '田中')).toEqual({ 田中太郎: ['田中太郎', '田中'] });
    expect(gather('김철수', '김')).toEqual({ 김철수: ['김철수', '김'] });
    expect(gather('安德烈·莫罗', '莫罗')).toEqual({ 安德烈·莫罗: ['安德烈·莫罗', '莫罗'] });
  });

  test('the Arabic article, the German genitive, invisible characters', () => {
    expect(gather('محمد الهاشمي', 'الهاشمي')).toEqual({ 'محمد الهاشمي': ['محمد الهاشمي', 'الهاشمي'] });
    expect(gather('Anna Schmidt', 'Schmidts', 'Sch\u200bmidt')).toEqual({
      'Anna Schmidt': ['Anna Schmidt', 'Schmidts', 'Sch\u200bmidt'],
    });
  });

  test('a headline that names the surname before the full name, a familiar form, a Chinese character', () => {
    expect(gather('김', '김철수', '김')).toEqual({ 김철수: ['김', '김철수', '김'] });
    expect(gather('王建国', '小王')).toEqual({ 王建国: ['王建国', '小王'] });
    expect(gather('尹', '윤철수', '尹')).toEqual({ 윤철수: ['尹', '윤철수', '尹'] });
    expect(gather('이철수', '\uf9e1')).toEqual({ 이철수: ['이철수', '\uf9e1'] });
  });
});

describe('spellings of one foreign name', () => {
  test('in katakana: another letter for v, small letters and large, parts joined', () => {
    expect(gather('ヴヤノヴィッチ', 'ブジャノヴィッチ')).toEqual({
      ブジャノヴィッチ: ['ヴヤノヴィッチ', 'ブジャノヴィッチ'],
    });
    expect(gather('ウサマ・ビン・ラーディン', 'ビンラディン')).toEqual({
      'ウサマ・ビン・ラーディン': ['ウサマ・ビン・ラーディン', 'ビンラディン'],
    });
  });

  test.each([
    ['リヒテンシュタイン', 'リヒテンシュタッイン'],
    ['ヴェルナドスキー', 'ベルナドスキ'],
    ['ミロシェヴィッチ', 'ミロシェビチ'],
    ['フェルナンデス', 'フエルナンデス'],
  ])('a small letter or a long vowel may be left out: %s, %s', (one, other) => {
    expect(Object.values(gather(one, other))).toEqual([[one, other]]);
  });

  test.each([
    ['マリア', 'マリオ'],
    ['ヨハンソン', 'ヨハンセン'],
    ['マルティネス', 'マルティネク'],
    ['ペテルセン', 'ペテルソン'],
    ['シュルツマン', 'シュルマン'],
    ['アンデルセン', 'アンデルセンス'],
  ])('names that differ by another letter are two people: %s, %s', (one, other) => {
    expect(Object.keys(gather(one, other))).toEqual([one, other]);
  });
});

describe('what the text around says', () => {
  const read = (body: string): Record<string, string[]> => {
    const names = /김철수|김영희|김(?= )/gu;
    const mentions = [...body.matchAll(names)].map(({ 0: name, index }) => ({
      field: 'body' as const,
      start: index,
      end: index + name.length,
    }));
    const printed = ({ start, end }: { start: number; end: number }): string => body.slice(start, end);
    const titleOf = ({ start, end }: { start: number; end: number }): string | null =>
      findTitle(body, { start, end }, end - start > 2, 'ko');
    return Object.fromEntries(
      resolveMentions(mentions, printed, {
        titleOf,
        genderOf: () => null,
        endings: [],
        areSurnames: () => false,
        renames: () => false,
      }).map((person) => [person.name, person.mentions.map(printed)]),
    );
  };

  test('of two people of one surname it is the one who bears the title', () => {
    expect(
      read('김철수 장관이 김영희 전 새길당 대표를 만났다. 김 장관은 웃었다. 김 전 대표도 웃었다.'),
    ).toEqual({
      김철수: ['김철수', '김'],
      김영희: ['김영희', '김'],
    });
  });

  test('surname and title mean whom they meant before, though another bearer of both was named since', () => {
    expect(
      read('김철수 전 대표가 왔다. 김 전 대표는 웃었다. 김영희 전 대표도 있다. 김 전 대표는 떠났다.'),
    ).toEqual({ 김철수: ['김철수', '김', '김'], 김영희: ['김영희'] });
  });
});
