import { pickFrom } from '../../messages/pick.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import type { PageMessages } from './message.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { chinese } from './zh.ts';

export const pageMessagesIn = pickFrom<PageMessages>({
  en: english,
  zh: chinese,
  ru: russian,
  es: spanish,
  fr: french,
  ar: arabic,
  de: german,
  pt: portuguese,
  ja: japanese,
  ko: korean,
});
