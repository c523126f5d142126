import type { SearchMessages } from './message.ts';

export const english: SearchMessages = {
  articles: (total, plural) => `${total} ${plural === 'one' ? 'article' : 'articles'}`,
  stories: (total, plural) => `${total} ${plural === 'one' ? 'story' : 'stories'}`,
  about: (query) => `about ${query}`,
  agency: (names) => `from ${names}`,
  person: (names) => `naming ${names}`,
  place: (names) => `datelined ${names}`,
  publisher: (names) => `published by ${names}`,
  language: (names) => `in ${names}`,
  on: (day) => `of ${day}`,
  since: (day) => `since ${day}`,
  until: (day) => `until ${day}`,
  between: (from, to) => `from ${from} to ${to}`,
  query: {
    any: (text) => `any of the words ${text}`,
    phrase: (text) => `“${text}”`,
    exact: (text) => `exactly ${text}`,
    prefix: (text) => `words beginning with ${text}`,
    title: (text) => `${text} in the title`,
    body: (text) => `${text} in the text`,
    near: (parts, words) => `${parts} within ${words} words`,
    not: (text) => `without ${text}`,
    and: 'and',
    or: 'or',
  },
};
