import type { SearchMessages } from './message.ts';

export const chinese: SearchMessages = {
  articles: (total) => `${total} 篇文章`,
  stories: (total) => `${total} 则报道`,
  about: (query) => `内容包含 ${query}`,
  agency: (names) => `来源：${names}`,
  person: (names) => `提及：${names}`,
  place: (names) => `电头地点：${names}`,
  publisher: (names) => `发布者：${names}`,
  language: (names) => `语言：${names}`,
  on: (day) => `日期：${day}`,
  since: (day) => `${day}以来`,
  until: (day) => `截至${day}`,
  between: (from, to) => `${from}至${to}`,
  query: {
    any: (text) => `${text} 中的任一词`,
    phrase: (text) => `“${text}”`,
    exact: (text) => `精确匹配 ${text}`,
    prefix: (text) => `以 ${text} 开头的词`,
    title: (text) => `标题中的 ${text}`,
    body: (text) => `正文中的 ${text}`,
    near: (parts, words) => `${parts}（相隔不超过 ${words} 个词）`,
    not: (text) => `不含 ${text}`,
    and: '和',
    or: '或',
  },
};
