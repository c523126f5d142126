import type { SearchMessages } from './message.ts';

export const japanese: SearchMessages = {
  articles: (total) => `${total}件の記事`,
  stories: (total) => `${total}件の話題`,
  about: (query) => `検索語：${query}`,
  agency: (names) => `配信元：${names}`,
  person: (names) => `人物：${names}`,
  place: (names) => `発信地：${names}`,
  publisher: (names) => `掲載元：${names}`,
  language: (names) => `言語：${names}`,
  on: (day) => `日付：${day}`,
  since: (day) => `${day}以降`,
  until: (day) => `${day}まで`,
  between: (from, to) => `${from}から${to}まで`,
  query: {
    any: (text) => `${text} のいずれかの語`,
    phrase: (text) => `「${text}」`,
    exact: (text) => `${text}（完全一致）`,
    prefix: (text) => `${text}で始まる語`,
    title: (text) => `見出しに${text}`,
    body: (text) => `本文に${text}`,
    near: (parts, words) => `${parts}（間は${words}語以内）`,
    not: (text) => `${text}を除く`,
    and: 'かつ',
    or: 'または',
  },
};
