import { expect, test } from '@jest/globals';
import { queryLanguage } from '../../../api/search/query-language.ts';

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
