import { expectations } from '../../../domain/expectation.ts';
import { pickFrom } from '../pick.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { spanish } from './es.ts';
import type { ExpectedWords } from './expected-words.ts';
import { french } from './fr.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { chinese } from './zh.ts';

export const expectedWordsIn = pickFrom<ExpectedWords>({
  en: expectations,
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
