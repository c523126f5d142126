import { describe, expect, test } from '@jest/globals';
import { compareNames, samePerson } from '../../../authorities/people/matching/compare-names.ts';
import { areEquivalent } from '../../../authorities/people/matching/given-names.ts';
import { partsOf } from '../../../authorities/people/matching/name-parts.ts';
import { spellingDistance } from '../../../authorities/people/matching/spellings/spelled.ts';

describe('two forms', () => {
  test.each([
    ['Sergei Lavrov', 'Сергей Лавров'],
    ['Sergei Lavrov', 'Sergey Lavrov'],
    ['Bill Clinton', 'William Clinton'],
    ['Barack Obama', 'OBAMA Barack'],
    ['Angela Merkel', 'アンゲラ・メルケル'],
    ['Park Geun-hye', '박근혜'],
    ['Donald Trump', 'دونالد ترامب'],
    ['Angela Merkel', 'אנגלה מרקל'],
  ])('of one person are told so: %s, %s', (one, other) => {
    expect(compareNames(one, other)).toBeGreaterThanOrEqual(samePerson);
    expect(compareNames(other, one)).toBeGreaterThanOrEqual(samePerson);
  });

  test.each([
    ['Bill Clinton', 'Hillary Clinton'],
    ['George Papandreou', 'Andreas Papandreou'],
    ['Sergei Lavrov', 'Сергей Шойгу'],
    ['Park Geun-hye', '김정은'],
    ['Donald Trump', 'إيفانكا ترامب'],
  ])('of two people are not: %s, %s', (one, other) => {
    expect(compareNames(one, other)).toBeLessThan(samePerson);
  });

  test('are not judged over 200 characters, without letters, or without a Latin one', () => {
    expect(compareNames('a'.repeat(500), 'Лавров')).toBeNull();
    expect(compareNames('Sergei Lavrov', '…')).toBeNull();
    expect(compareNames('Сергей Лавров', '拉夫罗夫')).toBeNull();
  });

  test('bear invisible signs', () => {
    const plain = compareNames('Sergei Lavrov', 'Сергей Лавров');
    expect(compareNames('\u202eSergei\u200b Lavrov\u202c', 'Сер\u200bгей Лавров')).toBe(plain);
  });
});

test('characters are spelled by several systems', () => {
  for (const [latin, characters] of [
    ['xi', '习'],
    ['hsi', '习'],
    ['lam', '林'],
    ['teo', '张'],
    ['kyung', '경'],
    ['lee', '이'],
    ['geunhye', '근혜'],
  ] as const)
    expect([latin, spellingDistance(latin, [...characters])]).toEqual([latin, 0]);
  expect(spellingDistance('lavrov', ['王'])).toBeGreaterThan(0.3);
});

test('given names stand for one another', () => {
  expect(areEquivalent('bill', 'william')).toBe(true);
  expect(areEquivalent('ivan', 'john')).toBe(true);
  expect(areEquivalent('bill', 'john')).toBe(false);
});

test('titles, particles and brackets are no parts, and a comma turns a name round', () => {
  expect(partsOf('Ryszard Tomczyk (polityk)').parts).toEqual(['ryszard', 'tomczyk']);
  expect(partsOf('Na, Kyung-Won').parts).toEqual(['kyung', 'won', 'na']);
  expect(partsOf('Frank R. Lautenberg').initials).toEqual(['r']);
});

test('Greek letters that have no Latin one end the comparison', () => {
  expect(compareNames('Ϡαμπίϙ', 'Sampi')).not.toBeUndefined();
  expect(compareNames('शांति ϙ', 'Shanti')).not.toBeUndefined();
});
