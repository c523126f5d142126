import type { FindKey } from './find-names.ts';
import { compareNames, scriptOf } from './matching/compare-names.ts';
import { readHan, simplify } from './matching/han.ts';
import { nameTokens } from './matching/normalize-name.ts';
import { soundKeys, soundsOf } from './matching/sounds/sound-keys.ts';
import { editDistance } from './matching/spellings/spelled.ts';
import { nameKey } from './name-keys.ts';
import type { PersonMatch, PersonRecord } from './record.ts';
import { plainForm } from './surnames.ts';

/** The best known of those who share a key are looked at, */
const mostHeard = 32;
/** those whose sounds lie nearest are compared, */
const mostCompared = 3;
/** if no more than this share of them differs. */
const farthest = 0.34;
/** Among many who are looked at one sounds alike by chance: more is asked than of a pair, see `samePerson`. */
const leastHeard = 0.995;
/** Names made of a few hundred syllables all sound alike: theirs must agree in every sound. */
const bySyllables: ReadonlySet<string> = new Set(['CN', 'TW', 'HK', 'MO', 'KP', 'KR', 'VN', 'SG']);
const solid = /^\p{Script=Han}{2,4}$/u;
/** Below a name that is recorded as it stands, or turned round. */
const ofSound = 0.97;

/**
 * Who is called so by sound and spelling in whatever script, though nobody recorded the form: `Лайам Фокс` is Liam
 * Fox. Names of one word are not heard: too many people are called alike. A millisecond or so.
 *
 * @param isPossible  asked before names are compared, which takes longest
 */
export const matchBySound = (
  find: FindKey,
  get: (id: string) => PersonRecord | null,
  name: string,
  isPossible: (record: PersonRecord) => boolean = () => true,
): PersonMatch[] => {
  if (solid.test(name))
    return matchByPinyin(find, get, name).filter(({ id }) => isRecorded(get(id), isPossible));
  const sounds = soundsOf(name);
  if (sounds.length < 2) return [];
  const heard = new Set([...soundKeys(name)].flatMap((key) => find(key, mostHeard)).map(({ id }) => id));
  const near = [...heard]
    .slice(0, mostHeard)
    .flatMap((id) => nearestForm(get(id), name, sounds) ?? [])
    .filter(({ record, distance }) => distance <= (bySyllables.has(record.country ?? '') ? 0 : farthest))
    .filter(({ record }) => isPossible(record))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostCompared);
  return compareInOrder(name, near);
};

/** A Chinese name recorded in Latin letters only: its pinyin as it stands, of people whose names are spelled so. */
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

const isRecorded = (record: PersonRecord | null, isPossible: (record: PersonRecord) => boolean): boolean =>
  record !== null && isPossible(record);

/** The nearest first: once one is found, only others as near can be meant as well. */
const compareInOrder = (name: string, near: readonly HeardForm[]): PersonMatch[] => {
  const matches: PersonMatch[] = [];
  let found = 1;
  for (const { record, text, distance } of near) {
    if (distance > found) break;
    const chance = compareNames(text, name) ?? 0;
    if (chance < leastHeard) continue;
    found = distance;
    matches.push({ id: record.id, how: 'sound', score: ofSound * chance });
  }
  return matches.sort((one, other) => other.score - one.score);
};

interface HeardForm {
  readonly record: PersonRecord;
  readonly text: string;
  /** The share of sounds that differ. */
  readonly distance: number;
}

/** The form that can be compared with the name (one of both is Latin) and sounds most like it. */
const nearestForm = (
  record: PersonRecord | null,
  name: string,
  sounds: readonly string[],
): HeardForm | null => {
  if (!record) return null;
  const isLatin = scriptOf(name) === 'latin';
  let nearest = { record, text: '', distance: 1 };
  for (const text of new Set(record.names.map(({ form }) => plainForm(form)))) {
    if (!isLatin && scriptOf(text) !== 'latin') continue;
    const distance = distanceOf(sounds, soundsOf(text));
    if (distance < nearest.distance) nearest = { record, text, distance };
  }
  return nearest;
};

/** The share of sounds to change, the words of one turned round where that fits better. */
const distanceOf = (one: readonly string[], other: readonly string[]): number => {
  const [left, right] = [one.join(''), other.join('')];
  const turned = [...other.slice(1), other[0] ?? ''].join('');
  const longest = Math.max(left.length, right.length, 1);
  return Math.min(editDistance(left, right), editDistance(left, turned)) / longest;
};
