import { arabic } from './ar.ts';
import { czech } from './cs.ts';
import { german } from './de.ts';
import { greek } from './el.ts';
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
import { dutch } from './nl.ts';
import { polish } from './pl.ts';
import type { LanguageProfile } from './profile.ts';
import { portuguese } from './pt.ts';
import { romanian } from './ro.ts';
import { russian } from './ru.ts';
import { swedish } from './sv.ts';
import { thai } from './th.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';
import { undetermined } from './und.ts';
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
  undetermined,
];

const byCode: ReadonlyMap<string, LanguageProfile> = new Map(
  languages.map((profile) => [profile.code, profile]),
);

/** The profile for a BCP 47 tag, by its primary subtag; `und` if there is none. */
export const profileFor = (tag: string): LanguageProfile =>
  byCode.get(tag.split('-')[0]?.toLowerCase() ?? '') ?? undetermined;
