import type { Mention } from '../../../../domain/article.ts';
import { chooseName } from './choose-name.ts';
import { chooseOwner } from './choose-owner.ts';
import { areManAndWoman, areSurnamesOf, isSameFull, isSameInflected } from './full-names.ts';
import type { Gender } from './genders.ts';
import { readHanja } from './hanja.ts';
import { type PrintedName, readPrintedName } from './printed-name.ts';
import type { ResolvedPerson } from './resolved-person.ts';
import { capitals, findShortForms } from './short-forms.ts';

/** Evidence in the text around mentions for who is meant. */
export interface MentionClues {
  /** The title printed beside a mention: it distinguishes two people with one surname. */
  readonly titleOf: (mention: Mention) => string | null;
  /** What the honorific before a mention says about the person. */
  readonly genderOf: (mention: Mention) => Gender | null;
  /** Case endings that are removed to compare names. */
  readonly endings: readonly string[];
  /** Whether two words may be a person's two surnames, so that `Rivera Hurtado` is `Ana Rivera`. */
  readonly areSurnames: (name: string) => boolean;
  /** Whether a mention repeats the name before it in brackets and other letters. */
  readonly renames: (mention: Mention, before: Mention) => boolean;
}

export const noClues: MentionClues = {
  titleOf: () => null,
  genderOf: () => null,
  endings: [],
  areSurnames: () => false,
  renames: () => false,
};

/** Comparing every name with every other would take too long in a list of thousands: only these are looked at. */
const mostCompared = 60;

/**
 * Groups the mentions of an article into persons. The first full name represents the person; surnames, given
 * names, initials and inflected forms join the person of that name who was named last before them, else the
 * first one named after them (a headline comes before its text). Two different full names are two people, even
 * with the same surname.
 */
export const resolveMentions = (
  mentions: readonly Mention[],
  textOf: (mention: Mention) => string,
  { titleOf, genderOf, endings, areSurnames, renames }: MentionClues = noClues,
): ResolvedPerson[] => {
  const names = mentions.map((mention) => readPrintedName(textOf(mention), endings));
  const mentionAt = (at: number): Mention => mentions[at] ?? firstOf(mentions);
  const gathering: Gathering = {
    names,
    people: [],
    owner: names.map(() => null),
    index: new Map(),
    byForm: new Map(),
    titleAt: (at) => titleOf(mentionAt(at)),
    genderAt: (at) => genderOf(mentionAt(at)),
    areSurnames,
    isRenamed: (at) => at > 0 && renames(mentionAt(at), mentionAt(at - 1)),
  };
  gatherFullNames(gathering);
  gatherShortNames(gathering);
  const { people, owner } = gathering;
  mentions.forEach((mention, at) => {
    owner[at]?.mentions.push(mention);
  });
  return inOrder(people, mentions).map((person) => ({ ...person, name: chooseName(person.forms) }));
};

/** All persons, by first mention. */
const inOrder = (people: readonly ResolvedPerson[], mentions: readonly Mention[]): ResolvedPerson[] => {
  const places = new Map(mentions.map((mention, at) => [mention, at]));
  const placeOf = ({ mentions: [first] }: ResolvedPerson): number => (first && places.get(first)) ?? -1;
  return people.filter((person) => placeOf(person) >= 0).sort((one, other) => placeOf(one) - placeOf(other));
};

/** Decisions so far; `owner[at]` is the person of mention `at`, null while undecided. */
interface Gathering {
  readonly names: readonly PrintedName[];
  readonly people: ResolvedPerson[];
  readonly owner: (ResolvedPerson | null)[];
  readonly index: Map<string, ResolvedPerson[]>;
  readonly byForm: Map<string, ResolvedPerson>;
  readonly titleAt: (at: number) => string | null;
  readonly genderAt: (at: number) => Gender | null;
  readonly areSurnames: (name: string) => boolean;
  readonly isRenamed: (at: number) => boolean;
}

const gatherFullNames = (gathering: Gathering): void => {
  const { names, people, owner, index, byForm, titleAt, genderAt, isRenamed } = gathering;
  const isShort = findShortForms(names);
  names.forEach((name, at) => {
    if (name.parts.length < 2 && (!name.solid || isShort(name))) return;
    const renamed = isRenamed(at);
    if (renamed && !owner[at - 1]) return;
    const person =
      (renamed ? owner[at - 1] : byForm.get(name.parts.join(' '))) ??
      findSamePerson(name, index, gathering.areSurnames) ??
      addPerson(people, name);
    owner[at] = person;
    note(person, name, index, byForm);
    const title = titleAt(at);
    if (title) person.titles.add(title);
    person.gender ??= genderAt(at);
  });
};

const gatherShortNames = (gathering: Gathering): void => {
  const { names, people, owner, index, byForm, titleAt, genderAt, isRenamed } = gathering;
  const lastSeen = new Map<ResolvedPerson, number>();
  const placeOf = (person: ResolvedPerson): number => {
    const seen = lastSeen.get(person);
    return seen === undefined ? -people.indexOf(person) : seen + 1;
  };
  // Surname and title (`이 전 대표`) mean the same person when they occur again.
  const called = new Map<string, ResolvedPerson>();
  names.forEach((name, at) => {
    const title = owner[at] ? null : titleAt(at);
    const address = title === null ? '' : `${title} ${name.parts.join(' ')}`;
    const person =
      owner[at] ??
      (isRenamed(at) ? owner[at - 1] : null) ??
      called.get(address) ??
      chooseOwner(name, { title, gender: genderAt(at) }, candidatesFor(name, index), placeOf) ??
      addPerson(people, name);
    if (owner[at] !== person) note(person, name, index, byForm);
    owner[at] = person;
    if (address !== '') called.set(address, person);
    lastSeen.set(person, at);
  });
};

const firstOf = (mentions: readonly Mention[]): Mention => mentions[0] ?? { field: 'body', start: 0, end: 0 };

const addPerson = (people: ResolvedPerson[], name: PrintedName): ResolvedPerson => {
  const person = { name: name.text, forms: [], mentions: [], titles: new Set<string>(), gender: null };
  people.push(person);
  return person;
};

/** The beginning of a part, to look up inflected forms and names without spaces. */
const keysOf = (name: PrintedName): string[] => {
  if (capitals.test(name.text))
    return [name.text.slice(0, 3), name.text.charAt(0)].map((key) => key.toLowerCase());
  if (!name.solid)
    return name.parts.map((part) => (part.startsWith('ال') ? part.slice(2, 5) : part.slice(0, 3)));
  const whole = name.parts[0] ?? '';
  const hanja = whole.length === 1 ? readHanja(whole) : null;
  return [whole.slice(0, 1), whole.slice(-1), ...(hanja ? [hanja] : [])];
};

const note = (
  person: ResolvedPerson,
  name: PrintedName,
  index: Map<string, ResolvedPerson[]>,
  byForm: Map<string, ResolvedPerson>,
): void => {
  if (person.forms.some(({ text }) => text === name.text)) return;
  person.forms.push(name);
  if (name.parts.length > 1 || name.solid) byForm.set(name.parts.join(' '), person);
  for (const key of [...keysOf(name), ...name.parts.map((part) => part.slice(0, 1))]) {
    const listed = index.get(key) ?? [];
    if (listed.length < mostCompared && !listed.includes(person)) listed.push(person);
    index.set(key, listed);
  }
};

const candidatesFor = (name: PrintedName, index: Map<string, ResolvedPerson[]>): Set<ResolvedPerson> =>
  new Set(keysOf(name).flatMap((key) => index.get(key) ?? []));

const findSamePerson = (
  name: PrintedName,
  index: Map<string, ResolvedPerson[]>,
  areSurnames: (name: string) => boolean,
): ResolvedPerson | null => {
  const isSame = (form: PrintedName): boolean =>
    isSameFull(form, name) || (areSurnamesOf(name, form) && areSurnames(name.text));
  const candidates = [...candidatesFor(name, index)];
  const isCaseOf = ({ forms }: ResolvedPerson): boolean =>
    forms.some((form) => isSameInflected(form, name)) && !forms.some((form) => areManAndWoman(form, name));
  return candidates.find(({ forms }) => forms.some(isSame)) ?? candidates.find(isCaseOf) ?? null;
};
