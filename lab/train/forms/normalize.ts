import { serbianLetters } from '../../../languages/sr-letters.ts';

/** A form as the analyzer of its language passes it to the filter of forms: see the profiles in `languages/`. */
export const normalizeForm = (language: string, printed: string): string =>
  (own[language] ?? unchanged)(
    printed.normalize('NFKC').toLocaleLowerCase(locales[language] ?? 'en'),
  ).normalize('NFC');

const locales: Readonly<Record<string, string>> = { tr: 'tr' };

const unchanged = (form: string): string => form;

const withoutMarks = (form: string): string => form.normalize('NFC').replace(/[\p{Mn}ـ]/gu, '');

const latinLetters: ReadonlyMap<string, string> = new Map(serbianLetters);
const inLatin = (form: string): string =>
  [...form].map((letter) => latinLetters.get(letter) ?? letter).join('');

const own: Readonly<Record<string, (form: string) => string>> = {
  ar: (form) => withoutMarks(form).replaceAll('ی', 'ي').replaceAll('ک', 'ك').replace(/[ئؤ]/g, 'ء'),
  ca: (form) => form.replace(/(?<=l)[·•](?=l)/g, ''),
  fa: (form) =>
    withoutMarks(form)
      .replace(/[\u200c‌]/g, '')
      .replaceAll('ي', 'ی')
      .replaceAll('ك', 'ک'),
  // Both scripts of Serbo-Croatian in one table; its analyzers write Cyrillic in Latin letters first.
  hbs: inLatin,
  he: (form) => withoutMarks(form).replace(/["״'׳]/g, ''),
  hi: (form) => form.replace(/म्(?=[पफबभ])/g, 'ं'),
  ro: (form) => form.replaceAll('ş', 'ș').replaceAll('ţ', 'ț'),
  ru: (form) => form.replaceAll('\u0301', ''),
  uk: (form) => form.replace(/['’ʼ]|\u0301/g, '').replaceAll('ґ', 'г'),
};
