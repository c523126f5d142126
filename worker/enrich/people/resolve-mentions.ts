import type { Mention } from '../../../domain/article.ts';
import { readHanja } from './hanja-surnames.ts';
import { type PrintedName, readPrintedName, sameParts, sameWord } from './printed-name.ts';

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
  const people: ResolvedPerson[] = [];
  const owner: (ResolvedPerson | null)[] = names.map(() => null);
  const index = new Map<string, ResolvedPerson[]>();
  const byForm = new Map<string, ResolvedPerson>();
  const isShort = findShortForms(names);
  names.forEach((name, at) => {
    if (name.parts.length < 2 && (!name.solid || isShort(name))) return;
    const mention = mentions[at] ?? firstOf(mentions);
    const before = mentions[at - 1];
    const renamed = before && renames(mention, before) ? owner[at - 1] : null;
    const person =
      renamed ?? byForm.get(name.parts.join(' ')) ?? findSamePerson(name, index) ?? addPerson(people, name);
    owner[at] = person;
    note(person, name, index, byForm);
    const title = titleOf(mention);
    if (title) person.titles.add(title);
  });
  const lastSeen = new Map<ResolvedPerson, number>();
  names.forEach((name, at) => {
    const mention = mentions[at] ?? firstOf(mentions);
    const before = mentions[at - 1];
    const renamed = before && renames(mention, before) ? owner[at - 1] : null;
    const person =
      owner[at] ??
      renamed ??
      chooseOwner(name, titleOf(mention), index, lastSeen, people) ??
      addPerson(people, name);
    if (owner[at] !== person) note(person, name, index, byForm);
    owner[at] = person;
    lastSeen.set(person, at);
  });
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

const firstOf = (mentions: readonly Mention[]): Mention => mentions[0] ?? { field: 'body', start: 0, end: 0 };

const addPerson = (people: ResolvedPerson[], name: PrintedName): ResolvedPerson => {
  const person = { name: name.text, forms: [], mentions: [], titles: new Set<string>() };
  people.push(person);
  return person;
};

const longestStart = 4;

/** Names without spaces that begin another one of the same text: surnames printed alone. */
const findShortForms = (names: readonly PrintedName[]): ((name: PrintedName) => boolean) => {
  const starts = new Set<string>();
  for (const { parts, solid } of names)
    for (let size = 1; solid && size <= longestStart && size < (parts[0]?.length ?? 0); size += 1)
      starts.add(parts[0]?.slice(0, size) ?? '');
  return ({ parts }) => {
    const word = parts[0] ?? '';
    return word.length === 1 || starts.has(word) || familiar.test(word);
  };
};

/** `小崔`, `老王`: the surname of somebody whom one knows well. */
const familiar = /^[小老阿][\u4e00-\u9fff]$/u;

/** The beginning of a part, by which inflected forms and solid names can be looked up. */
const keysOf = (name: PrintedName): string[] => {
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
    if (person.forms.some((form) => form.parts.length > 1 && sameFullName(form.parts, name.parts)))
      return person;
  return null;
};

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
    const fit = Math.max(0, ...fullForms(person).map((form) => fitOf(name, form)));
    if (fit === 0) continue;
    const seen = lastSeen.get(person);
    const titled = title !== null && person.titles.has(title) ? 0.5 : 0;
    const score = (fit + titled) * 1e6 + (seen === undefined ? -people.indexOf(person) : seen + 1);
    if (best === null || score > bestScore) {
      best = person;
      bestScore = score;
    }
  }
  return best;
};

/** Where a full name is known, a surname printed alone before says no more than it. */
const fullForms = ({ forms }: ResolvedPerson): readonly PrintedName[] => {
  const full = forms.filter(({ parts, solid }) => parts.length > 1 || (solid && !begins(parts[0], forms)));
  return full.length > 0 ? full : forms;
};

const begins = (word = '', forms: readonly PrintedName[]): boolean =>
  forms.some(({ parts, solid }) => solid && parts[0] !== word && parts[0]?.startsWith(word));

/** 0 where a short form cannot name the bearer of a fuller one; more where it is the surname. */
const fitOf = (short: PrintedName, full: PrintedName): number => {
  const word = short.parts[0] ?? '';
  if (word === '' || short.parts.length > 1) return 0;
  if (short.solid && full.solid) {
    const whole = full.parts[0] ?? '';
    if (word === whole) return 4;
    if (readHanja(word) === whole.charAt(0)) return 3;
    if (familiar.test(word) && whole.startsWith(word.slice(1))) return 2;
    if (whole.startsWith(word) && whole.length - word.length <= 3) return 3;
    if (word.length > 1 && whole.endsWith(word)) return 1;
    return word.startsWith(whole) && word.length - whole.length <= 2 ? 2 : 0;
  }
  const at = full.parts.findIndex((part) => sameWord(part, word));
  if (at < 0) return 0;
  if (full.parts.length === 1) return 4;
  return at === full.parts.length - 1 ? 3 : 2;
};

/** A Greek nominative is longer than its accusative. */
const isGreek = ({ text }: PrintedName): boolean => /^\p{Script=Greek}/u.test(text);

/** The name with most parts; among those the shortest, which is the base form where endings are added. */
const chooseName = (forms: readonly PrintedName[]): string => {
  const ranked = [...forms].sort(
    (one, other) =>
      weigh(other) - weigh(one) ||
      (one.solid || isGreek(one) ? other.text.length - one.text.length : one.text.length - other.text.length),
  );
  return ranked[0]?.text ?? '';
};

const weigh = (name: PrintedName): number =>
  name.parts.filter((part) => part.length > 1).length * 10 + name.parts.length;
