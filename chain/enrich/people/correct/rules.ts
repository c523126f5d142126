import { attachedTitle, attachedTitleAlone } from './attached-titles.ts';
import { behindHonorific } from './behind-honorific.ts';
import { bracketedReading } from './bracketed-readings.ts';
import { doctrine } from './chinese-names.ts';
import { closingPoint } from './closing-point.ts';
import { hyphenedGivenName, leadingParticle, surnameParticle } from './extend-names.ts';
import { hanjaSurname } from './hanja-surnames.ts';
import { honorific } from './honorifics.ts';
import { initials } from './initials.ts';
import { countedPlaces, station } from './japanese-names.ts';
import { foreignerBeforeOffice, surnameBeforeTitle } from './japanese-titles.ts';
import { politeTitle, titleBehindBlank } from './korean-names.ts';
import { laterSurname } from './later-mentions.ts';
import { calledAfter, creditedDateline, hyphenedNamesake } from './namesakes.ts';
import { calendarWord, compoundHalf, openingWord, sentenceOpening } from './openings.ts';
import type { CorrectionRule, ReadWords } from './rule.ts';
import { signature } from './signature.ts';
import { behindTitle } from './titled-names.ts';

/**
 * For scripts with spaces between words, in the order of application: first found names are shortened, extended
 * and removed, then names are added by the words around them, last by names elsewhere in the article.
 */
export const wordRules: readonly CorrectionRule<ReadWords>[] = [
  honorific,
  closingPoint,
  behindHonorific,
  initials,
  calendarWord,
  sentenceOpening,
  openingWord,
  compoundHalf,
  surnameParticle,
  leadingParticle,
  hyphenedGivenName,
  calledAfter,
  hyphenedNamesake,
  creditedDateline,
  behindTitle,
  signature,
  laterSurname,
];

/** For Chinese, Japanese and Korean. */
export const characterRules: readonly CorrectionRule[] = [
  attachedTitleAlone,
  attachedTitle,
  doctrine,
  station,
  countedPlaces,
  surnameBeforeTitle,
  foreignerBeforeOffice,
  bracketedReading,
  titleBehindBlank,
  politeTitle,
  hanjaSurname,
];
