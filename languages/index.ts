import { arabic } from './ar.ts';
import { bulgarian } from './bg.ts';
import { bengali } from './bn.ts';
import { catalan } from './ca.ts';
import { czech } from './cs.ts';
import { danish } from './da.ts';
import { german } from './de.ts';
import { greek } from './el.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { persian } from './fa.ts';
import { finnish } from './fi.ts';
import { french } from './fr.ts';
import { hebrew } from './he.ts';
import { hindi } from './hi.ts';
import { croatian } from './hr.ts';
import { hungarian } from './hu.ts';
import { indonesian } from './id.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import { dutch } from './nl.ts';
import { norwegian } from './no.ts';
import { polish } from './pl.ts';
import type { LanguageProfile } from './profile.ts';
import { portuguese } from './pt.ts';
import { romanian } from './ro.ts';
import { russian } from './ru.ts';
import { slovak } from './sk.ts';
import { serbian } from './sr.ts';
import { swedish } from './sv.ts';
import { tamil } from './ta.ts';
import { thai } from './th.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';
import { undetermined } from './und.ts';
import { urdu } from './ur.ts';
import { vietnamese } from './vi.ts';
import { chinese } from './zh.ts';

/** Every profile, once. To add a language: add its file, its fixtures and a line here. */
export const languages: readonly LanguageProfile[] = [
  english,
  chinese,
  russian,
  spanish,
  french,
  german,
  portuguese,
  arabic,
  japanese,
  korean,
  italian,
  dutch,
  polish,
  greek,
  turkish,
  ukrainian,
  persian,
  hebrew,
  hindi,
  thai,
  vietnamese,
  indonesian,
  swedish,
  czech,
  romanian,
  danish,
  finnish,
  norwegian,
  hungarian,
  bulgarian,
  serbian,
  croatian,
  slovak,
  catalan,
  bengali,
  tamil,
  urdu,
  undetermined,
];

const byCode: ReadonlyMap<string, LanguageProfile> = new Map(
  languages.map((profile) => [profile.code, profile]),
);

/** Codes of the same language: both written forms of Norwegian have one profile. */
const sameLanguage: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The language of a BCP 47 tag: its primary subtag, `no` for `nb` and `nn`. */
export const languageOfTag = (tag: string): string => {
  const code = tag.split(/[-_]/u)[0]?.toLowerCase() ?? '';
  return sameLanguage[code] ?? code;
};

/** The profile for a BCP 47 tag, by its language; `und` if there is none. */
export const profileFor = (tag: string): LanguageProfile => byCode.get(languageOfTag(tag)) ?? undetermined;
