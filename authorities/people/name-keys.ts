import { givenAlone } from './given-alone.ts';
import { scriptOf } from './matching/compare-names.ts';
import { joinVariants } from './matching/han-variants.ts';
import { soundKeys, wholeSounds } from './matching/sounds/sound-keys.ts';
import { slavicSpellings } from './matching/spellings/cyrillic.ts';
import type { PersonRecord } from './record.ts';
import { plainForm, splitName } from './surnames.ts';

/**
 * What a key means, most certain first; a key with several meanings for one person has the first of them. `order`
 * has no keys of its own: look-ups swap the parts of the name.
 */
export const keyKinds = ['id', 'exact', 'order', 'partial', 'surname', 'given', 'sound'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** Most certain first. */
export const byKind = (one: { readonly kind: KeyKind }, other: { readonly kind: KeyKind }): number =>
  keyKinds.indexOf(one.kind) - keyKinds.indexOf(other.kind);

/** Keys of different kinds never collide. */
export const idKey = (id: string): string => `#${id}`;
export const nameKey = (tokens: readonly string[]): string => joinVariants(tokens.join(''));

/** All keys that find a person, with the kind of each key. */
export const keysOf = (record: PersonRecord): ReadonlyMap<string, KeyKind> => {
  const keys = new Map<string, KeyKind>([[idKey(record.id), 'id']]);
  const add = (key: string, kind: KeyKind): void => {
    const known = keys.get(key);
    if (known === undefined || byKind({ kind }, { kind: known }) < 0) keys.set(key, kind);
  };
  for (const name of record.names) {
    const parts = splitName(name, record.country);
    const { tokens, surname } = parts;
    const [first = '', last = ''] = [tokens[0], tokens.at(-1)];
    if (tokens.length > 0) add(nameKey(tokens), 'exact');
    if (tokens.length > 2) add(nameKey([first, last]), 'partial');
    if (isSurname(nameKey(surname))) add(nameKey(surname), 'surname');
    const given = givenAlone(record, parts);
    if (given !== null) add(given, 'given');
    for (const spelled of slavicSpellings(tokens)) add(nameKey(spelled), 'exact');
    for (const spelled of slavicSpellings(surname)) add(nameKey(spelled), 'surname');
  }
  for (const form of heardForms(record))
    for (const key of [...soundKeys(form), wholeSounds(form)]) if (key !== null) add(key, 'sound');
  return keys;
};

/** Transliterations are compared with the Latin forms; a person without Latin forms has keys of all forms. */
const heardForms = ({ names }: PersonRecord): ReadonlySet<string> => {
  const forms = new Set(names.map(({ form }) => plainForm(form)));
  const latin = [...forms].filter((form) => scriptOf(form) === 'latin');
  return latin.length > 0 ? new Set(latin.slice(0, mostHeardForms)) : forms;
};

const mostHeardForms = 4;

/** One letter is an initial; one character is most Chinese surnames. */
const isSurname = (key: string): boolean => key.length > 1 || /\p{Script=Han}|\p{Script=Hangul}/u.test(key);
