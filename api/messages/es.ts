import type { SearchMessages } from './message.ts';

export const spanish: SearchMessages = {
  articles: (total, plural) => `${total} ${plural === 'one' ? 'artículo' : 'artículos'}`,
  stories: (total, plural) => `${total} ${plural === 'one' ? 'noticia' : 'noticias'}`,
  about: (query) => `sobre ${query}`,
  agency: (names) => `de ${names}`,
  person: (names) => `que mencionan a ${names}`,
  place: (names) => `fechados en ${names}`,
  publisher: (names) => `publicados por ${names}`,
  language: (names) => `en ${names}`,
  on: (day) => `con fecha ${day}`,
  since: (day) => `desde ${day}`,
  until: (day) => `hasta ${day}`,
  between: (from, to) => `entre ${from} y ${to}`,
  query: {
    any: (text) => `cualquiera de las palabras ${text}`,
    phrase: (text) => `«${text}»`,
    exact: (text) => `exactamente ${text}`,
    prefix: (text) => `palabras que empiezan por ${text}`,
    title: (text) => `${text} en el título`,
    body: (text) => `${text} en el texto`,
    near: (parts, words) => `${parts} a ${words} palabras como máximo`,
    not: (text) => `sin ${text}`,
    and: 'y',
    or: 'o',
  },
};
