import type { SearchMessages } from './message.ts';

export const german: SearchMessages = {
  articles: (total) => `${total} Artikel`,
  stories: (total, plural) => `${total} ${plural === 'one' ? 'Meldung' : 'Meldungen'}`,
  about: (query) => `zu ${query}`,
  agency: (names) => `von ${names}`,
  person: (names) => `mit Nennung von ${names}`,
  place: (names) => `Ort: ${names}`,
  publisher: (names) => `veröffentlicht von ${names}`,
  language: (names) => `Sprache: ${names}`,
  on: (day) => `vom ${day}`,
  since: (day) => `seit ${day}`,
  until: (day) => `bis ${day}`,
  between: (from, to) => `von ${from} bis ${to}`,
  query: {
    any: (text) => `irgendeines der Wörter ${text}`,
    phrase: (text) => `„${text}“`,
    exact: (text) => `genau ${text}`,
    prefix: (text) => `Wörter mit dem Anfang ${text}`,
    title: (text) => `${text} im Titel`,
    body: (text) => `${text} im Text`,
    near: (parts, words) => `${parts} mit höchstens ${words} Wörtern dazwischen`,
    not: (text) => `ohne ${text}`,
    and: 'und',
    or: 'oder',
  },
};
