import type { SearchMessages } from './message.ts';

export const portuguese: SearchMessages = {
  articles: (total, plural) => `${total} ${plural === 'one' ? 'artigo' : 'artigos'}`,
  stories: (total, plural) => `${total} ${plural === 'one' ? 'notícia' : 'notícias'}`,
  about: (query) => `sobre ${query}`,
  agency: (names) => `fonte: ${names}`,
  person: (names) => `que mencionam ${names}`,
  place: (names) => `local: ${names}`,
  publisher: (names) => `publicados por ${names}`,
  language: (names) => `em ${names}`,
  on: (day) => `data: ${day}`,
  since: (day) => `desde ${day}`,
  until: (day) => `até ${day}`,
  between: (from, to) => `entre ${from} e ${to}`,
  query: {
    any: (text) => `qualquer das palavras ${text}`,
    phrase: (text) => `“${text}”`,
    exact: (text) => `exatamente ${text}`,
    prefix: (text) => `palavras iniciadas por ${text}`,
    title: (text) => `${text} no título`,
    body: (text) => `${text} no texto`,
    near: (parts, words) => `${parts} a no máximo ${words} palavras`,
    not: (text) => `sem ${text}`,
    and: 'e',
    or: 'ou',
  },
};
