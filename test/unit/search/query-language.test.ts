import { expect, test } from '@jest/globals';
import { queryLanguage, withoutSmallWords } from '../../../api/search/query-language.ts';

test.each([
  ['What did the minister say?', 'en'],
  ['Quién es el presidente de la República', 'es'],
  ['Wer ist der Präsident?', 'de'],
  ['Что сказал министр', 'ru'],
  ['Хто і що сказав', 'uk'],
  ['ποιος είναι', 'el'],
  ['外務大臣は何を', 'ja'],
  ['国务委员王毅', 'zh'],
  // By letters that no other language has, in words that are no names.
  ['Ce înseamnă coaliția și plastidă', 'ro'],
  ['başkanın davetiyle yapıldı', 'tr'],
  ['поезды', null],
  ['новые поезды', 'ru'],
  ['żądanie będzie', 'pl'],
  ['Erdoğan', null],
  ['Erdoğan Łódź talks', null],
  ['erdoğan', null],
  ['Lavrov', null],
  ['Wang Yi Moskva', null],
  ['王毅', null],
  ['', null],
])('%s', (query, language) => {
  expect(queryLanguage(query)).toBe(language);
});

test.each([
  ['What did the minister say?', 'minister say?'],
  ['Care este numele zonei?', 'numele zonei?'],
  ['to be or not to be', 'to be or not to be'],
  ['what is the', 'what is the'],
  ['Lavrov', 'Lavrov'],
  ['王毅 说 了', '王毅 说 了'],
  ['', ''],
])('the telling words of %j', (query, telling) => {
  expect(withoutSmallWords(query)).toBe(telling);
});
