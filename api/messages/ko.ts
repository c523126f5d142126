import type { SearchMessages } from './message.ts';

export const korean: SearchMessages = {
  articles: (total) => `기사 ${total}건`,
  stories: (total) => `뉴스 ${total}건`,
  about: (query) => `검색어: ${query}`,
  agency: (names) => `출처: ${names}`,
  person: (names) => `인물: ${names}`,
  place: (names) => `발신지: ${names}`,
  publisher: (names) => `게재: ${names}`,
  language: (names) => `언어: ${names}`,
  on: (day) => `날짜: ${day}`,
  since: (day) => `${day}부터`,
  until: (day) => `${day}까지`,
  between: (from, to) => `${from}부터 ${to}까지`,
  query: {
    any: (text) => `${text} 중 어느 단어든`,
    phrase: (text) => `“${text}”`,
    exact: (text) => `정확히 ${text}`,
    prefix: (text) => `${text}(으)로 시작하는 단어`,
    title: (text) => `제목에 ${text}`,
    body: (text) => `본문에 ${text}`,
    near: (parts, words) => `${parts}(사이 ${words}단어 이내)`,
    not: (text) => `${text} 제외`,
    and: '그리고',
    or: '또는',
  },
};
