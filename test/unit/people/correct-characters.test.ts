import { describe, expect, test } from '@jest/globals';
import { correct } from '../../support/correct.ts';

describe('Japanese names mended behind the tagger', () => {
  test.each([
    ['唯一の[小田原]署と[小田原署]、[グレア]駅', []],
    ['[佐藤]署長は', ['佐藤']],
  ])('stations: %s', (text, names) => {
    expect(correct('ja', text)).toEqual(names);
  });

  test('a list that is counted among places names nobody', () => {
    expect(correct('ja', 'アールガウ、[オプヴァル]、[グラルス]の6州と[グラルス]氏')).toEqual(['グラルス']);
    expect(correct('ja', '昨日、[オハイオ]、[フロリダ]、[アイオワ]の6州で')).toEqual([]);
    expect(correct('ja', '[オハイオ]、[フロリダ]など各地')).toEqual(['オハイオ', 'フロリダ']);
  });

  test('a list of hundreds of places is read from its first item', () => {
    const places = Array.from({ length: 300 }, () => '[アールガウ]、').join('');
    expect(correct('ja', `${places}[グラルス]の6州`)).toEqual([]);
  });

  test.each(['アイウエ、', 'ア', 'アイ・', 'アイ、、', '王', '佐藤'])('a text of nothing but %s', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    expect(correct('ja', `[${text.slice(0, 2)}]${text.slice(2)}`)).toEqual([text.slice(0, 2)]);
  });

  test.each([
    [
      '[佐藤みずほ]氏。佐藤担当相、佐藤(さとう)氏、佐藤さん',
      ['佐藤みずほ', '佐藤', '佐藤', 'さとう', '佐藤'],
    ],
    ['[福島一郎]氏。福島県知事と福島大学教授', ['福島一郎']],
  ])('the surname of somebody named in full, before a title: %s', (text, names) => {
    expect(correct('ja', text)).toEqual(names);
  });

  test('a foreign name before an office, but no country', () => {
    expect(correct('ja', 'ゴレンシュタイン次期米大統領とグロノフ内相代行')).toEqual([
      'ゴレンシュタイン',
      'グロノフ',
    ]);
    expect(correct('ja', 'ロシア大統領、アメリカ合衆国大統領、イスラエル首相')).toEqual([]);
  });

  test('a reading between double hyphens', () => {
    expect(correct('ja', '[東川英夫]=ひがしかわ・ひでお=、49歳')).toEqual(['東川英夫', 'ひがしかわ・ひでお']);
  });
});

describe('Korean names mended behind the tagger', () => {
  test('titles are nobody’s name, but a surname that reads as one of their words is', () => {
    expect(correct('ko', '[송철수] [신부님]과 [문영희] [전] 대통령')).toEqual(['송철수', '문영희']);
    expect(correct('ko', '사건과 관련해 [전]씨와 상담했다')).toEqual(['전']);
  });

  test('titles behind a blank are cut off', () => {
    expect(correct('ko', '[캠벨 조정관] 의원')).toEqual(['캠벨']);
  });
});

describe('Chinese names mended behind the tagger', () => {
  test('a doctrine called after somebody is nobody', () => {
    expect(correct('zh', '以[王建国]新时代中国特色社会主义思想为指导，[王建国]说')).toEqual(['王建国']);
    expect(correct('zh', '[王建国]思想与[王建国]的思想')).toEqual(['王建国']);
  });
});
