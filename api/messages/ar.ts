import type { SearchMessages } from './message.ts';

const counted = (
  plural: Intl.LDMLPluralRule,
  total: string,
  forms: { one: string; two: string; few: string; other: string },
): string => {
  if (plural === 'one') return forms.one;
  if (plural === 'two') return forms.two;
  return `${total} ${plural === 'few' ? forms.few : forms.other}`;
};

export const arabic: SearchMessages = {
  articles: (total, plural) =>
    counted(plural, total, { one: 'مقال واحد', two: 'مقالان', few: 'مقالات', other: 'مقالا' }),
  stories: (total, plural) =>
    counted(plural, total, { one: 'خبر واحد', two: 'خبران', few: 'أخبار', other: 'خبرا' }),
  about: (query) => `عن ${query}`,
  agency: (names) => `المصدر: ${names}`,
  person: (names) => `يرد فيها ذكر: ${names}`,
  place: (names) => `المكان: ${names}`,
  publisher: (names) => `الناشر: ${names}`,
  language: (names) => `اللغة: ${names}`,
  on: (day) => `بتاريخ ${day}`,
  since: (day) => `منذ ${day}`,
  until: (day) => `حتى ${day}`,
  between: (from, to) => `من ${from} إلى ${to}`,
  query: {
    any: (text) => `أيّ من الكلمات ${text}`,
    phrase: (text) => `«${text}»`,
    exact: (text) => `${text} تماما`,
    prefix: (text) => `كلمات تبدأ بـ ${text}`,
    title: (text) => `${text} في العنوان`,
    body: (text) => `${text} في النص`,
    near: (parts, words) => `${parts} (تفصل بينها ${words} كلمة على الأكثر)`,
    not: (text) => `بدون ${text}`,
    and: 'و',
    or: 'أو',
  },
};
