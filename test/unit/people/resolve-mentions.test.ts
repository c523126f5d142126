import { describe, expect, test } from '@jest/globals';
import { resolveMentions } from '../../../worker/enrich/people/resolve-mentions.ts';

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
});
