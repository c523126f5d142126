import type { SearchMessages } from './message.ts';

export const russian: SearchMessages = {
  articles: (total, plural) =>
    `${total} ${plural === 'one' ? 'статья' : plural === 'few' ? 'статьи' : 'статей'}`,
  stories: (total, plural) =>
    `${total} ${plural === 'one' ? 'сюжет' : plural === 'few' ? 'сюжета' : 'сюжетов'}`,
  about: (query) => `запрос: ${query}`,
  agency: (names) => `источник: ${names}`,
  person: (names) => `упоминаются: ${names}`,
  place: (names) => `место: ${names}`,
  publisher: (names) => `издатель: ${names}`,
  language: (names) => `язык: ${names}`,
  on: (day) => `дата: ${day}`,
  since: (day) => `начиная с даты: ${day}`,
  until: (day) => `по дату: ${day}`,
  between: (from, to) => `период: ${from} – ${to}`,
  query: {
    any: (text) => `любое из слов ${text}`,
    phrase: (text) => `«${text}»`,
    exact: (text) => `точно ${text}`,
    prefix: (text) => `слова на ${text}…`,
    title: (text) => `${text} в заголовке`,
    body: (text) => `${text} в тексте`,
    near: (parts, words) => `${parts} (между ними не больше слов: ${words})`,
    not: (text) => `без ${text}`,
    and: 'и',
    or: 'или',
  },
};
