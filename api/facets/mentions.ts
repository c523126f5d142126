import type { NameFacet } from './facet.ts';

export const mentions = {
  name: 'mentions',
  field: 'mentioned',
  several: true,
  description:
    'Countries, large cities and international bodies named in the text: ids, or names in any language',
  find: (name, { places }) => places.mentioned.findByName(name),
  unrecorded: (name) => name,
  label: (id, language, { places }) => places.mentioned.label(id, language),
  words: {
    en: { title: 'Places and bodies named', phrase: (names) => `mentioning ${names}` },
    de: { title: 'Genannte Orte und Organisationen', phrase: (names) => `mit Nennung von ${names}` },
    fr: { title: 'Lieux et organisations cités', phrase: (names) => `citant ${names}` },
    es: { title: 'Lugares y organismos mencionados', phrase: (names) => `que mencionan ${names}` },
    pt: { title: 'Lugares e organismos mencionados', phrase: (names) => `que mencionam ${names}` },
    ru: { title: 'Упомянутые места и организации', phrase: (names) => `упоминаются: ${names}` },
    ar: { title: 'الأماكن والهيئات المذكورة', phrase: (names) => `تذكر: ${names}` },
    zh: { title: '提及的地点与组织', phrase: (names) => `提及${names}` },
    ja: { title: '言及された場所・機関', phrase: (names) => `言及：${names}` },
    ko: { title: '언급된 장소와 기구', phrase: (names) => `언급: ${names}` },
  },
} as const satisfies NameFacet;
