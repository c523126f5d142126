import { stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

const hebrewStopWords: readonly string[] =
  'של את על עם אל כי לא או גם אם זה זו זאת הוא היא הם הן אני אנחנו אתה אך רק כל יש אין היה היתה הייתה היו אשר בין כמו עד לפני אחרי מה מי איך אבל כן עוד כבר ידי'.split(
    ' ',
  );

/** All that the system knows about Hebrew. */
export const hebrew: LanguageProfile = {
  code: 'he',
  name: 'עברית',
  english: 'Hebrew',
  scripts: ['Hebr'],
  direction: 'rtl',
  analysis: {
    filters: {
      he_marks: { type: 'pattern_replace', pattern: '["״\'׳]', replacement: '' },
      ...stop('he_stop', hebrewStopWords),
      // "And", "the", "in", "to" … are written onto the word: it is kept as it stands and without them.
      he_prefixes: {
        type: 'pattern_capture',
        preserve_original: true,
        patterns: ['^ו?(?:כש|מש|לכש|ש)?[בהכלמ]?ה?(.{3,})$'],
      },
    },
    // Folding takes vowel points and the marks of abbreviation.
    text: {
      tokenizer: 'standard',
      filters: ['icu_folding', 'he_marks', 'he_stop', 'he_prefixes', 'remove_duplicates'],
    },
    exact: { tokenizer: 'standard', filters: ['icu_folding', 'he_marks'] },
  },
  dates: {
    months: [
      ['ינואר', 'ינו׳'],
      ['פברואר', 'פבר׳'],
      ['מרץ'],
      ['אפריל', 'אפר׳'],
      ['מאי'],
      ['יוני'],
      ['יולי'],
      ['אוגוסט', 'אוג׳'],
      ['ספטמבר', 'ספט׳'],
      ['אוקטובר', 'אוק׳'],
      ['נובמבר', 'נוב׳'],
      ['דצמבר', 'דצמ׳'],
    ],
    weekdays: [
      ['יום שני', 'יום ב׳'],
      ['יום שלישי', 'יום ג׳'],
      ['יום רביעי', 'יום ד׳'],
      ['יום חמישי', 'יום ה׳'],
      ['יום שישי', 'יום ו׳'],
      ['יום שבת', 'שבת'],
      ['יום ראשון', 'יום א׳'],
    ],
    order: 'dmy',
    publishedLabels: ['פורסם', 'פורסם ב', 'תאריך פרסום', 'תאריך', 'פורסם בתאריך'],
    updatedLabels: ['עודכן', 'עדכון אחרון', 'עודכן ב'],
    today: ['היום'],
    yesterday: ['אתמול'],
  },
  datelines: ['{place} ({agency}) -', '{place}, {agency} -', '{place} –'],
  credits: [
    'מקור: {agency}',
    'מקורות: {agency}',
    'מאת {agency}',
    'מאת: {agency}',
    'באדיבות {agency}',
    'צילום וטקסט: {agency}',
    '({agency})',
  ],
  furniture: {
    menu: [
      'דף הבית',
      'ראשי',
      'תפריט',
      'חיפוש',
      'התחברות',
      'הרשמה',
      'שיתוף',
      'שתף',
      'הדפסה',
      'צור קשר',
      'אודות',
      'מפת אתר',
      'פרסומת',
      'תגובות',
      'הבא',
      'הקודם',
      'עוד',
      'קרא עוד',
      'וידאו',
      'תמונות',
    ],
    legal: ['כל הזכויות שמורות', 'זכויות יוצרים', 'אין להעתיק', 'תנאי שימוש', 'מדיניות פרטיות', 'אתר זה'],
    related: [
      'כתבות נוספות',
      'כתבות קשורות',
      'קראו גם',
      'קרא גם',
      'עוד בנושא',
      'אולי יעניין',
      'הנקראות ביותר',
      'חדשות אחרונות',
      'תגובות',
      'הוסף תגובה',
      'מומלצים',
    ],
  },
};
