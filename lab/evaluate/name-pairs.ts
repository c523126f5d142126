import { z } from 'zod';
import { scriptOf } from '../../authorities/people/matching/compare-names.ts';
import { nameTokens } from '../../authorities/people/matching/normalize-name.ts';
import { createRandom } from '../random.ts';
import { listSets, readRecords } from './sets.ts';

const person = z.object({
  id: z.string(),
  country: z.string(),
  wikidata: z.string().nullable(),
  name: z.string(),
  names: z.record(z.string(), z.string()),
});
export type NamedPerson = z.infer<typeof person>;

/** A Latin form and another one, of one person or of two of one country. */
export interface NamePair {
  /** The other form's script, see `scriptOf`. */
  readonly script: string;
  readonly latin: string;
  readonly other: string;
  readonly same: boolean;
  /** The person of the pair: all pairs of a person are in one fold. */
  readonly id: string;
}

/** All persons in the files of `names/`. */
export const readPeople = async (data: string): Promise<NamedPerson[]> => {
  const people: NamedPerson[] = [];
  for (const { path } of listSets(data, 'names'))
    for await (const each of readRecords(path, person.parse)) people.push(each);
  return people;
};

/**
 * Pairs of each person with themselves, and with people of the same country: those with the same surname first, then
 * others drawn with seed 1.
 *
 * @param forms the most forms of a script that are taken from one person
 * @param rivals the most other people with whom a person is paired
 */
export const drawPairs = (people: readonly NamedPerson[], forms = 1, rivals = 1): NamePair[] => {
  const random = createRandom(1);
  const compatriots = Map.groupBy(people, ({ country }) => country);
  return people.flatMap((one) => {
    const own = formsByScript(one);
    const latin = own.get('latin')?.[0];
    if (latin === undefined) return [];
    const near = (compatriots.get(one.country) ?? []).filter(
      (each) => each.id !== one.id && !sharesName(one, each),
    );
    const pairOf = (script: string, other: string, same: boolean): NamePair[] =>
      other === latin ? [] : [{ script, latin, other, same, id: one.id }];
    const positives = [...own].flatMap(([script, list]) =>
      list
        .filter((form) => form !== latin)
        .slice(0, forms)
        .flatMap((form) => pairOf(script, form, true)),
    );
    const negatives = chooseRivals(one, near, rivals, random).flatMap((rival) =>
      [...formsByScript(rival)].flatMap(([script, list]) =>
        own.has(script) ? list.slice(0, forms).flatMap((form) => pairOf(script, form, false)) : [],
      ),
    );
    return [...positives, ...negatives];
  });
};

const chooseRivals = (
  one: NamedPerson,
  near: readonly NamedPerson[],
  count: number,
  random: () => number,
): NamedPerson[] => {
  const namesakes = near.filter((each) => surnameOf(each.name) === surnameOf(one.name));
  const drawn = Array.from({ length: count }, () => near[Math.floor(random() * near.length)]).filter(
    (each) => each !== undefined,
  );
  return [...new Set([...namesakes, ...drawn])].slice(0, count);
};

const formsByScript = ({ names, name }: NamedPerson): Map<string, string[]> => {
  const usual = new Set([names.en ?? name, ...Object.values(names)].filter((form) => !form.includes(',')));
  const byScript = new Map<string, string[]>();
  for (const form of usual) {
    const script = scriptOf(form);
    if (script !== null) byScript.set(script, [...(byScript.get(script) ?? []), form]);
  }
  return byScript;
};

/** Some people are in the file twice, and people with the same first and last name cannot be distinguished by name. */
const sharesName = (one: NamedPerson, other: NamedPerson): boolean => {
  if (one.wikidata !== null && one.wikidata === other.wikidata) return true;
  const own = endsOf(one);
  return [...endsOf(other)].some((each) => own.has(each));
};

const known = new WeakMap<NamedPerson, ReadonlySet<string>>();

/** First and last token of every form, in either order. */
const endsOf = (one: NamedPerson): ReadonlySet<string> => {
  const ends =
    known.get(one) ??
    new Set(
      [...new Set([one.name, ...Object.values(one.names)])].map((form) => {
        const tokens = nameTokens(form);
        return [tokens[0], tokens.at(-1)].sort().join(' ');
      }),
    );
  known.set(one, ends);
  return ends;
};

const surnameOf = (name: string): string => name.split(' ').at(-1) ?? '';
