import { describe, expect, test } from '@jest/globals';
import { readText, readWords } from '../../../chain/enrich/people/correct/read-words.ts';
import type { CorrectionRule, ReadText } from '../../../chain/enrich/people/correct/rule.ts';
import { characterRules, wordRules } from '../../../chain/enrich/people/correct/rules.ts';
import type { NameSpan } from '../../../chain/enrich/people/name-span.ts';
import { loadNameTable } from '../../../chain/enrich/people/tagger/model.ts';
import { tokenize } from '../../../chain/enrich/people/tagger/tokens.ts';
import { languages } from '../../../languages/index.ts';
import { readMarked } from '../../support/marked-names.ts';

const table = loadNameTable();
const rules = [...wordRules, ...characterRules];
const inWords = (text: string, language: string) => readWords(tokenize(text), language, table);

const mark = (text: string, spans: readonly NameSpan[]): string =>
  [...spans].reverse().reduce((marked, { start, end }) => {
    return `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`;
  }, text);

const cases = <Text extends ReadText>(
  list: readonly CorrectionRule<Text>[],
  read: (text: string, language: string) => Text,
) =>
  list.flatMap((rule) =>
    rule.examples.map(([language, tagged, corrected]) => ({
      id: rule.id,
      tagged,
      corrected,
      apply: () => {
        const { text, spans } = readMarked(tagged);
        return mark(text, rule.apply(read(text, language), spans));
      },
    })),
  );

test.each([...cases(wordRules, inWords), ...cases(characterRules, readText)])(
  '$id: $tagged',
  ({ apply, corrected }) => {
    expect(apply()).toBe(corrected);
  },
);

describe('a rule', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s has examples in its languages', (_, rule) => {
    expect(rule.examples.some(([, tagged, corrected]) => tagged !== corrected)).toBe(true);
    for (const [language] of rule.examples)
      expect(rule.languages === 'all' || rule.languages.includes(language)).toBe(true);
  });

  test('has an id of its own, and names profiles', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const codes = languages.map(({ code }) => code);
    for (const rule of rules)
      if (rule.languages !== 'all') expect(codes).toEqual(expect.arrayContaining([...rule.languages]));
  });
});
