import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { persian } from './fa.ts';
import { french } from './fr.ts';
import { hebrew } from './he.ts';
import { hindi } from './hi.ts';
import { indonesian } from './id.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import type { MailMessages } from './mail-messages.ts';
import { dutch } from './nl.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';
import { vietnamese } from './vi.ts';
import { chinese } from './zh.ts';
import { traditionalChinese } from './zh-hant.ts';

/** Every interface language, by its code. */
export const mailLanguages = {
  en: english,
  zh: chinese,
  'zh-Hant': traditionalChinese,
  ru: russian,
  es: spanish,
  fr: french,
  ar: arabic,
  de: german,
  pt: portuguese,
  ja: japanese,
  ko: korean,
  uk: ukrainian,
  tr: turkish,
  fa: persian,
  he: hebrew,
  it: italian,
  pl: polish,
  nl: dutch,
  id: indonesian,
  vi: vietnamese,
  hi: hindi,
} as const satisfies Readonly<Record<string, MailMessages>>;

const byCode: ReadonlyMap<string, MailMessages> = new Map(Object.entries(mailLanguages));

/** Texts in an interface language; English if there is none. */
export const mailMessagesIn = (code: string): MailMessages => byCode.get(code) ?? english;
