import type { Mention } from '../../../domain/article.ts';
import { chooseName } from './choose-name.ts';
import { impliedTitle, readHanja } from './hanja-surnames.ts';
import { soundAlike } from './kana-forms.ts';
import { type PrintedName, readPrintedName, sameParts, sameWord } from './printed-name.ts';
import { capitals, findShortForms, fitOf, fullForms } from './short-forms.ts';

/** Mentions of one person, in the order of the text. */
export interface ResolvedPerson {
  name: string;
  readonly forms: PrintedName[];
  readonly mentions: Mention[];
  /** Titles printed beside the full name. */
  readonly titles: Set<string>;
}

/** What the text around mentions says of who is meant. */
export interface MentionClues {
  /** The title printed beside a mention: of two people of one surname, it is the one who bears it. */
  readonly titleOf: (mention: Mention) => string | null;
  /** Whether a mention gives the name before it once more, in brackets and other letters. */
  readonly renames: (mention: Mention, before: Mention) => boolean;
}

const noClues: MentionClues = { titleOf: () => null, renames: () => false };

/** Comparing every name with every other would take too long in a list of thousands: only these are looked at. */
const mostCompared = 60;

/**
 * Gathers the mentions of an article into persons. Full names first found stand for the person; surnames, given
 * names, initials and inflected forms join the person of that name who was named last before them, else the
 * first one named behind (a headline comes before its text). Two full names that differ are two people, however
 * alike their surnames.
 */
export const resolveMentions = (
  mentions: readonly Mention[],
  textOf: (mention: Mention) => string,
  { titleOf, renames }: MentionClues = noClues,
): ResolvedPerson[] => {
  const names = mentions.map((mention) => readPrintedName(textOf(mention)));
  const mentionAt = (at: number): Mention => mentions[at] ?? firstOf(mentions);
  const gathering: Gathering = {
    names,
    people: [],
    owner: names.map(() => null),
    index: new Map(),
    byForm: new Map(),
    titleAt: (at) => titleOf(mentionAt(at)),
    isRenamed: (at) => at > 0 && renames(mentionAt(at), mentionAt(at - 1)),
  };
  gatherFullNames(gathering);
  gatherShortNames(gathering);
  const { people, owner } = gathering;
  mentions.forEach((mention, at) => {
    owner[at]?.mentions.push(mention);
  });
  return people
    .filter((person) => person.mentions.length > 0)
    .sort(
      (one, other) =>
        mentions.indexOf(one.mentions[0] ?? firstOf(mentions)) -
        mentions.indexOf(other.mentions[0] ?? firstOf(mentions)),
    )
    .map((person) => ({ ...person, name: chooseName(person.forms) }));
};

/** What is known so far; `owner[at]` is the person of the mention `at`, null as long as nobody is. */
interface Gathering {
  readonly names: readonly PrintedName[];
  readonly people: ResolvedPerson[];
  readonly owner: (ResolvedPerson | null)[];
  readonly index: Map<string, ResolvedPerson[]>;
  readonly byForm: Map<string, ResolvedPerson>;
  readonly titleAt: (at: number) => string | null;
  readonly isRenamed: (at: number) => boolean;
}

const gatherFullNames = (gathering: Gathering): void => {
  const { names, people, owner, index, byForm, titleAt, isRenamed } = gathering;
  const isShort = findShortForms(names);
  names.forEach((name, at) => {
    if (name.parts.length < 2 && (!name.solid || isShort(name))) return;
    const renamed = isRenamed(at);
    if (renamed && !owner[at - 1]) return;
    const person =
      (renamed ? owner[at - 1] : byForm.get(name.parts.join(' '))) ??
      findSamePerson(name, index) ??
      addPerson(people, name);
    owner[at] = person;
    note(person, name, index, byForm);
    const title = titleAt(at);
    if (title) person.titles.add(title);
  });
};

const gatherShortNames = (gathering: Gathering): void => {
  const { names, people, owner, index, byForm, titleAt, isRenamed } = gathering;
  const lastSeen = new Map<ResolvedPerson, number>();
  // Who was once called by surname and title (`이 전 대표`) is meant when it stands there again.
  const called = new Map<string, ResolvedPerson>();
  names.forEach((name, at) => {
    const title = owner[at] ? null : titleAt(at);
    const address = title === null ? '' : `${title} ${name.parts.join(' ')}`;
    const person =
      owner[at] ??
      (isRenamed(at) ? owner[at - 1] : null) ??
      called.get(address) ??
      chooseOwner(name, title, index, lastSeen, people) ??
      addPerson(people, name);
    if (owner[at] !== person) note(person, name, index, byForm);
    owner[at] = person;
    if (address !== '') called.set(address, person);
    lastSeen.set(person, at);
  });
};

const firstOf = (mentions: readonly Mention[]): Mention => mentions[0] ?? { field: 'body', start: 0, end: 0 };

const addPerson = (people: ResolvedPerson[], name: PrintedName): ResolvedPerson => {
  const person = { name: name.text, forms: [], mentions: [], titles: new Set<string>() };
  people.push(person);
  return person;
};

/** The beginning of a part, by which inflected forms and solid names can be looked up. */
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

const findSamePerson = (name: PrintedName, index: Map<string, ResolvedPerson[]>): ResolvedPerson | null => {
  for (const person of candidatesFor(name, index))
    if (person.forms.some((form) => isSameFull(form, name))) return person;
  return null;
};

const isSameFull = (one: PrintedName, other: PrintedName): boolean =>
  one.solid && other.solid
    ? soundAlike(one.parts[0] ?? '', other.parts[0] ?? '')
    : one.parts.length > 1 && sameFullName(one.parts, other.parts);

/** The shorter name's parts stand in the longer one in their order, the surname among them. */
const sameFullName = (one: readonly string[], other: readonly string[]): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let from = 0;
  for (const part of short) {
    const found = long.findIndex((candidate, at) => at >= from && sameParts(part, candidate));
    if (found < 0) return false;
    from = found + 1;
  }
  return short.some(
    (part) => part.length > 1 && long.some((candidate) => candidate.length > 1 && sameWord(part, candidate)),
  );
};

const chooseOwner = (
  name: PrintedName,
  title: string | null,
  index: Map<string, ResolvedPerson[]>,
  lastSeen: ReadonlyMap<ResolvedPerson, number>,
  people: readonly ResolvedPerson[],
): ResolvedPerson | null => {
  let best: ResolvedPerson | null = null;
  let bestScore = 0;
  const listed = candidatesFor(name, index);
  for (const person of listed) {
    const fit = Math.max(0, ...fullForms(person.forms).map((form) => fitOf(name, form)));
    if (fit === 0) continue;
    const seen = lastSeen.get(person);
    const titled = person.titles.has(title ?? impliedTitle(name.text) ?? '') ? 0.5 : 0;
    const score = (fit + titled) * 1e6 + (seen === undefined ? -people.indexOf(person) : seen + 1);
    if (best === null || score > bestScore) {
      best = person;
      bestScore = score;
    }
  }
  return best;
};
