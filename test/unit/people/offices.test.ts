import { describe, expect, test } from '@jest/globals';
import { isOffice, latestRole, nameOffice } from '../../../authorities/people/offices.ts';

describe('an office', () => {
  test.each([
    ['FM', 'RU', 'en', 'foreign minister (Russia)'],
    ['FM', 'RU', 'zh', '外交部长 (俄罗斯)'],
    ['SG', 'UN', 'fr', 'chef d’une organisation internationale (Nations Unies)'],
    ['PM', null, 'ar', 'رئيس الحكومة'],
    ['PM', null, 'sv', 'head of government'],
  ])('%s of %s in %s', (office, country, language, words) => {
    expect(nameOffice(office, country, language)).toBe(words);
  });

  test('is known by its code alone', () => {
    expect(isOffice('FM')).toBe(true);
    expect(isOffice('toString')).toBe(false);
  });

  test('held now goes before one held later and ended', () => {
    const role = (office: string, from: number | null, to: number | null) => ({
      office,
      country: null,
      from,
      to,
    });
    expect(
      latestRole([role('FM', 2013, 2022), role('POLIT', 2012, null), role('MP', 2023, 2024)])?.office,
    ).toBe('POLIT');
    expect(latestRole([])).toBeNull();
  });
});
