/** What a title does beside a person's name. */
export type TitleKind =
  /** An office, a rank or a profession. Taggers are trained with these: after a change, train again. */
  | 'role'
  /** A form of address (`Mrs`). Taggers are trained with these too. */
  | 'honorific'
  /** Printed right before a name, also before a surname or a given name alone; a kin word may do this. */
  | 'before'
  /** It tells that the person named behind it is a woman, or a man. */
  | 'woman'
  | 'man'
  /** Written onto a name or beside it, where names have no spaces around them. */
  | 'attached'
  /** Cut off a name that a tagger took it into. */
  | 'cut'
  /** An unknown name beside it is a name. */
  | 'proof'
  /** Follows a surname alone. */
  | 'address'
  /** A query may put it before a name: the name is looked for without it. */
  | 'dropped'
  /** Where no tagger reads the script: a name may follow. It must begin with a known given name or be recorded. */
  | 'finds'
  /** The same, written right onto the given name. */
  | 'finds-attached'
  /** The same; what follows is always a name, where any noun may follow the other offices (Persian). */
  | 'finds-always';

/** Words for offices, ranks, professions, kin and forms of address that do the same things. */
export interface TitleGroup {
  readonly kinds: readonly TitleKind[];
  /** In every printed form; lower case in scripts that have case. A word is in one group of its language only. */
  readonly words: readonly string[];
}

const byList = new WeakMap<readonly TitleGroup[], Map<TitleKind, readonly string[]>>();

/** The titles of a kind; the same array at every call. */
export const titlesOf = (groups: readonly TitleGroup[] | undefined, kind: TitleKind): readonly string[] => {
  if (!groups) return [];
  const made = byList.get(groups) ?? new Map<TitleKind, readonly string[]>();
  byList.set(groups, made);
  const known = made.get(kind);
  if (known) return known;
  const words = groups.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ words }) => words);
  made.set(kind, words);
  return words;
};
