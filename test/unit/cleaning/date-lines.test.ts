import { describe, expect, test } from '@jest/globals';
import { isCreditAbove, isCreditLine, isLabelledDate } from '../../../chain/clean/credit-lines.ts';

const line = (text: string) => ({
  text,
  tag: 'p',
  path: 'p',
  linkDensity: 0,
  datetimes: [],
  zone: 'unknown' as const,
});

describe('lines above the text', () => {
  test.each([
    'Mis à jour le 15 février 2023 à 09:10',
    'Updated 3 May 2024, 10:15',
    'Последнее обновление: пятница, 6 января 2012',
    '发布时间：2024年3月5日 07:03',
  ])('%s is a date and no text', (text) => {
    expect(isLabelledDate(text)).toBe(true);
  });

  test.each([
    'Calendar of the season 2018',
    'Publishers met in 2012.',
    'Datan på 12 sidor har lästs om igen av väktarna på kusten.',
  ])('%s is text', (text) => {
    expect(isLabelledDate(text)).toBe(false);
  });

  test.each([
    'الأربعاء، 28 آب/اغسطس 2013، آخر تحديث 14:00 (GMT+0400)',
    '2018年6月18日 10:01 発信地：カノ/ナイジェリア',
    'Quay Post | 3 May 2024 | 10:15',
  ])('%s stands above a text', (text) => {
    expect(isCreditAbove(line(text))).toBe(true);
  });

  test.each([
    'Calendar of the season 2018',
    '07.07.2011 The ferry leaves the quay again',
    'On 3 May 2024 at 10:15 the ferry left the quay.',
    '港口大桥今天重新开放通车。',
  ])('%s may open a text', (text) => {
    expect(isCreditAbove(line(text))).toBe(false);
  });

  test('a sentence that opens with a word of credits is no credit', () => {
    expect(isCreditLine(line('Par ailleurs, le conseil a adopté son budget pour les écoles.'))).toBe(false);
    expect(isCreditLine(line('Para penjaga pantai membuka buku harian bagi semua orang.'))).toBe(false);
    expect(isCreditLine(line('Par Jeanne Dupont'))).toBe(true);
  });
});
