import type { SearchMessages } from './message.ts';

export const french: SearchMessages = {
  articles: (total, plural) => `${total} ${plural === 'one' ? 'article' : 'articles'}`,
  stories: (total, plural) => `${total} ${plural === 'one' ? 'sujet' : 'sujets'}`,
  about: (query) => `sur ${query}`,
  agency: (names) => `source : ${names}`,
  person: (names) => `citant ${names}`,
  place: (names) => `lieu : ${names}`,
  publisher: (names) => `publiés par ${names}`,
  language: (names) => `en ${names}`,
  on: (day) => `date : ${day}`,
  since: (day) => `depuis ${day}`,
  until: (day) => `jusqu’à ${day}`,
  between: (from, to) => `entre ${from} et ${to}`,
  query: {
    any: (text) => `l’un des mots ${text}`,
    phrase: (text) => `« ${text} »`,
    exact: (text) => `exactement ${text}`,
    prefix: (text) => `mots commençant par ${text}`,
    title: (text) => `${text} dans le titre`,
    body: (text) => `${text} dans le texte`,
    near: (parts, words) => `${parts} à ${words} mots au plus`,
    not: (text) => `sans ${text}`,
    and: 'et',
    or: 'ou',
  },
};
