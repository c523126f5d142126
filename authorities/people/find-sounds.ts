import { remembered } from '../../domain/remembered.ts';
import type { FindKey } from './find-names.ts';
import { compareNames, scriptOf } from './matching/compare-names.ts';
import { readHan, simplify } from './matching/han.ts';
import { nameTokens } from './matching/normalize-name.ts';
import { soundKeys, soundsOf, wholeSounds } from './matching/sounds/sound-keys.ts';
import { editDistance } from './matching/spellings/spelled.ts';
import { nameKey } from './name-keys.ts';
import type { PersonMatch, PersonRecord } from './record.ts';
import { plainForm } from './surnames.ts';

/** The best-known persons who share a key are considered, */
const mostHeard = 32;
/** those whose sounds lie nearest are compared, */
const mostCompared = 3;
/** if no more than this share of them differs. */
const farthest = 0.34;
/** With many candidates one sounds alike by chance, so the threshold is higher than for a pair; see `samePerson`. */
const leastHeard = 0.995;
/** Names made of a few hundred possible syllables sound alike, so they must agree in every sound. */
const bySyllables: ReadonlySet<string> = new Set(['CN', 'TW', 'HK', 'MO', 'KP', 'KR', 'VN', 'SG']);
const solid = /^\p{Script=Han}{2,4}$/u;
/** Less certain than a name recorded in this form, or with its parts swapped. */
const ofSound = 0.97;

/** Persons by key, as numbers until a record is needed. */
export interface PersonPlaces {
  /** @returns at most `most`, most certain first */
  readonly find: (key: string, most: number) => readonly number[];
  readonly at: (place: number) => PersonRecord;
}

export type IsPossible = (record: PersonRecord) => boolean;

/**
 * Persons whose names sound like this one in any script, although the form is not recorded: `Лайам Фокс` is Liam
 * Fox. Not for names of one word: too many people share them. Takes about half a millisecond.
 *
 * @param isPossible  asked before names are compared, which takes longest
 */
export const matchBySound = (
  find: FindKey,
  get: (id: string) => PersonRecord | null,
  places: PersonPlaces,
  name: string,
  isPossible: IsPossible = () => true,
): PersonMatch[] => {
  if (solid.test(name))
    return matchByPinyin(find, get, name).filter(({ id }) => isRecorded(get(id), isPossible));
  const whole = wholeSounds(name);
  if (whole === null) return [];
  // Most misspellings change no sound, so a name with the same sounds is found without checking all others.
  const alike = compareNearest(name, places.find(whole, mostHeard), places, isPossible);
  return alike.length > 0 ? alike : compareNearest(name, hear(places, name), places, isPossible);
};

/** Persons who share a key, the best known of each key in turn. */
const hear = (places: PersonPlaces, name: string): readonly number[] => {
  const lists = [...soundKeys(name)].map((key) => places.find(key, mostHeard));
  const heard = new Set<number>();
  for (let rank = 0; rank < mostHeard; rank += 1)
    for (const list of lists) {
      const place = list[rank];
      if (place !== undefined && heard.size < mostHeard) heard.add(place);
    }
  return [...heard];
};

const compareNearest = (
  name: string,
  heard: readonly number[],
  places: PersonPlaces,
  isPossible: IsPossible,
): PersonMatch[] => {
  const sounds = hearForm(name);
  const near = heard
    .flatMap((place) => nearestForm(places.at(place), sounds) ?? [])
    .filter(({ record }) => isPossible(record))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostCompared);
  return compareInOrder(name, near);
};

/** A Chinese name recorded in Latin letters only: its pinyin, matched with people whose names are spelled in pinyin. */
const matchByPinyin = (
  find: FindKey,
  get: (id: string) => PersonRecord | null,
  name: string,
): PersonMatch[] =>
  find(nameKey(nameTokens(readHan(simplify(name), 'mandarin'))), mostHeard).flatMap(
    ({ id, kind }): PersonMatch[] =>
      kind === 'exact' && byPinyin.has(get(id)?.country ?? '') ? [{ id, how: 'sound', score: ofSound }] : [],
  );

const byPinyin: ReadonlySet<string> = new Set(['CN', 'SG', 'MY']);

const isRecorded = (record: PersonRecord | null, isPossible: IsPossible): boolean =>
  record !== null && isPossible(record);

/** Nearest first: once one is found, only equally near ones can be meant too. */
const compareInOrder = (name: string, near: readonly HeardForm[]): PersonMatch[] => {
  const matches: PersonMatch[] = [];
  let found = 1;
  for (const { record, text, distance } of near) {
    if (distance > found) break;
    const chance = chanceOf(`${text}\n${name}`);
    if (chance < leastHeard) continue;
    found = distance;
    matches.push({ id: record.id, how: 'sound', score: ofSound * chance });
  }
  return matches.sort((one, other) => other.score - one.score);
};

/** Keyed by a recorded form and the name after it: an agency's articles of a day name the same people, and alignment is the slowest step. */
const chanceOf = remembered((pair: string): number => {
  const end = pair.indexOf('\n');
  return compareNames(pair.slice(0, end), pair.slice(end + 1), { isStrict: true }) ?? 0;
}, 4000);

interface HeardForm {
  readonly record: PersonRecord;
  readonly text: string;
  /** The share of sounds that differ. */
  readonly distance: number;
}

/** The sound of a form as one word, and with its first word moved to the end. */
interface FormSounds {
  readonly isLatin: boolean;
  readonly plain: string;
  readonly turned: string;
}

const hearForm = remembered((form: string): FormSounds => {
  const [first = '', ...rest] = soundsOf(form);
  const isLatin = scriptOf(form) === 'latin';
  return { isLatin, plain: first + rest.join(''), turned: rest.join('') + first };
}, 4000);

/** The form that is comparable with the name (one of the two is Latin) and sounds most like it; null if none is close. */
const nearestForm = (record: PersonRecord, sounds: FormSounds): HeardForm | null => {
  const most = bySyllables.has(record.country ?? '') ? 0 : farthest;
  let nearest: HeardForm | null = null;
  for (const text of new Set(record.names.map(({ form }) => form)).values().map(plainForm)) {
    const other = hearForm(text);
    if (!sounds.isLatin && !other.isLatin) continue;
    const distance = distanceOf(sounds, other, nearest?.distance ?? 1);
    if (distance <= most && distance < (nearest?.distance ?? 1)) nearest = { record, text, distance };
    if (distance === 0) break;
  }
  return nearest;
};

/** The share of sounds to change, with swapped words if that fits better; values above `most` do not matter. */
const distanceOf = ({ plain }: FormSounds, other: FormSounds, most: number): number => {
  const longest = Math.max(plain.length, other.plain.length, 1);
  if (Math.abs(plain.length - other.plain.length) >= most * longest) return 1;
  if (plain === other.plain || plain === other.turned) return 0;
  return Math.min(editDistance(plain, other.plain), editDistance(plain, other.turned)) / longest;
};
