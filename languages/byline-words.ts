/** The words of reporters' lines, lower case: `By Jane Roe, correspondent in Vienna`. */
export interface BylineWords {
  /** Before the name. */
  readonly by: readonly string[];
  /** Between the name, or the office, and the place. */
  readonly from: readonly string[];
  /** Words for a reporter, after the name. */
  readonly offices: readonly string[];
}

/** By language; without `from` if the language joins name and place only by a comma or a slash. */
export const bylineWords: Readonly<Record<string, BylineWords>> = {
  en: {
    by: ['by', 'reporting by', 'written by'],
    from: ['in', 'reporting from', 'from'],
    offices: ['correspondent', 'staff writer', 'reporter', 'special correspondent', 'foreign correspondent'],
  },
  de: {
    by: ['von', 'autor', 'autorin', 'text'],
    from: ['in', 'aus', 'berichtet aus'],
    offices: ['korrespondent', 'korrespondentin', 'reporter', 'reporterin', 'redaktor', 'redaktorin'],
  },
  fr: {
    by: ['par', 'de notre correspondant', 'de notre correspondante'],
    from: ['à', 'au', 'en', 'depuis'],
    offices: [
      'correspondant',
      'correspondante',
      'envoyé spécial',
      'envoyée spéciale',
      'notre correspondant',
      'notre correspondante',
    ],
  },
  es: {
    by: ['por', 'de nuestro corresponsal', 'de nuestra corresponsal'],
    from: ['en', 'desde'],
    offices: ['corresponsal', 'enviado especial', 'enviada especial', 'redacción'],
  },
  pt: {
    by: ['por', 'de'],
    from: ['em', 'desde'],
    offices: ['correspondente', 'enviado especial', 'enviada especial', 'da redação', 'redação'],
  },
  it: {
    by: ['di', 'dal nostro inviato', 'dalla nostra inviata', 'dal nostro corrispondente'],
    from: ['a', 'in'],
    offices: ['inviato', 'inviata', 'corrispondente'],
  },
  nl: {
    by: ['door', 'van'],
    from: ['in', 'uit', 'vanuit'],
    offices: ['correspondent', 'verslaggever', 'redacteur'],
  },
  sv: {
    by: ['av', 'text', 'af'],
    from: ['i', 'från', 'fra', 'frå'],
    offices: ['korrespondent', 'reporter', 'utsänd'],
  },
  da: { by: ['af', 'tekst'], from: ['i', 'fra'], offices: ['korrespondent', 'journalist', 'udsendt'] },
  no: { by: ['av', 'tekst'], from: ['i', 'fra', 'frå'], offices: ['korrespondent', 'journalist', 'utsendt'] },
  fi: { by: ['teksti', 'kirjoittaja'], from: [], offices: ['toimittaja', 'kirjeenvaihtaja'] },
  hu: { by: ['írta', 'szerző'], from: [], offices: ['tudósító', 'újságíró'] },
  bg: { by: ['автор', 'текст'], from: ['от', 'в'], offices: ['кореспондент', 'репортер'] },
  sr: {
    by: ['аутор', 'пише', 'autor', 'piše'],
    from: ['из', 'у', 'iz', 'u'],
    offices: ['дописник', 'новинар', 'dopisnik', 'novinar'],
  },
  hr: {
    by: ['piše', 'autor', 'autorica'],
    from: ['iz', 'u'],
    offices: ['dopisnik', 'dopisnica', 'novinar', 'novinarka'],
  },
  sk: { by: ['autor', 'autorka'], from: [], offices: ['spravodajca', 'redaktor', 'redaktorka'] },
  ca: {
    by: ['per', 'autor', 'autora'],
    from: ['a', 'des de'],
    offices: ['corresponsal', 'enviat especial', 'enviada especial'],
  },
  pl: { by: ['autor', 'autorka', 'tekst'], from: [], offices: ['korespondent', 'korespondentka'] },
  cs: { by: ['autor', 'autorka'], from: [], offices: ['zpravodaj', 'zpravodajka', 'redakce'] },
  ro: { by: ['de', 'autor'], from: ['din', 'la'], offices: ['corespondent', 'redacția'] },
  el: {
    by: ['του', 'της', 'από τον', 'από την', 'γράφει ο', 'γράφει η'],
    from: [],
    offices: ['ανταποκριτής', 'ανταποκρίτρια', 'ανταπόκριση'],
  },
  ru: {
    by: ['автор', 'текст'],
    from: [],
    offices: ['корреспондент', 'собкор', 'собственный корреспондент', 'спецкор', 'корр.'],
  },
  uk: { by: ['автор', 'авторка', 'текст'], from: [], offices: ['кореспондент', 'кореспондентка', 'власкор'] },
  tr: {
    by: ['haber', 'muhabir', 'yazan'],
    from: [],
    offices: ['muhabir', 'muhabiri', 'dha', 'haber merkezi'],
  },
  id: { by: ['oleh', 'laporan', 'penulis'], from: ['di', 'dari'], offices: ['wartawan', 'koresponden'] },
  ar: { by: ['كتب', 'كتبت', 'تقرير', 'مراسل', 'مراسلة'], from: ['من', 'في'], offices: ['مراسل', 'مراسلة'] },
  fa: { by: ['نویسنده', 'گزارش'], from: ['از', 'در'], offices: ['خبرنگار'] },
  he: { by: ['מאת'], from: [], offices: ['כתב', 'כתבת', 'כתבנו'] },
  vi: { by: ['theo', 'bài'], from: ['từ', 'tại'], offices: ['phóng viên', 'thông tín viên'] },
};

/** Between the names of several authors. */
export const andWords = [
  'and',
  'und',
  'et',
  'y',
  'og',
  'och',
  've',
  'dan',
  'và',
  'и',
  'та',
  'και',
  'و',
] as const;
