/** The properties of a revision that decide who may see it. */
export interface RevisionState {
  readonly revision: number;
  /** ISO instants. */
  readonly received: string;
  readonly publishAt?: string | null | undefined;
  readonly deleted: boolean;
}

/**
 * Who sees what: readers see what was published and not withdrawn; writers of the article see its drafts too;
 * admins see everything that is stored.
 */
export type Sight = 'reader' | 'writer' | 'admin';

/** When readers can first see a revision: when it was received, or at the end of its embargo. */
export const seenSince = ({ received, publishAt }: Pick<RevisionState, 'received' | 'publishAt'>): string =>
  publishAt && Date.parse(publishAt) > Date.parse(received) ? publishAt : received;

/** Whether a revision is still under embargo. */
export const isEmbargoed = ({ publishAt }: Pick<RevisionState, 'publishAt'>, now: Date): boolean =>
  publishAt != null && Date.parse(publishAt) > now.getTime();

/**
 * Whether a revision is, was or will be an article's public state. One that was replaced before its embargo ended
 * never is: its text was extended, killed or rewritten, and was not meant for readers.
 *
 * @param next  the revision that replaced it
 */
export const isPublished = (state: RevisionState, next: Pick<RevisionState, 'received'> | null): boolean =>
  seenSince(state) === state.received ||
  next === null ||
  Date.parse(seenSince(state)) < Date.parse(next.received);

export type Visible<State> =
  | { readonly kind: 'seen'; readonly states: readonly State[] }
  /** Readers could see it, and it was withdrawn. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown' };

/**
 * The revisions of an article that a caller may see: every route uses this decision. A deletion
 * withdraws all that was before it, and stays a withdrawal when the article is sent again.
 *
 * @param states  every revision that is kept, newest first
 */
export const visibleStates = <State extends RevisionState>(
  states: readonly State[],
  sight: Sight,
  now: Date,
): Visible<State> => {
  if (sight === 'admin') return states.length > 0 ? { kind: 'seen', states } : { kind: 'unknown' };
  const seen = sight === 'writer' ? states : publishedStates(states).filter((state) => isDue(state, now));
  const withdrawal = seen.findIndex(({ deleted }) => deleted);
  const standing = withdrawal < 0 ? seen : seen.slice(0, withdrawal);
  if (standing.length > 0) return { kind: 'seen', states: standing };
  return withdrawal < 0 ? { kind: 'unknown' } : { kind: 'gone' };
};

/**
 * The revision that readers saw at an instant, if the caller may see it now.
 *
 * @param states  every revision that is kept, newest first
 */
export const visibleStateAt = <State extends RevisionState>(
  states: readonly State[],
  sight: Sight,
  instant: Date,
  now: Date,
): Visible<State> => {
  const visible = visibleStates(states, sight, now);
  if (visible.kind !== 'seen') return visible;
  const standing = publishedStates(states).find(
    (state) => isDue(state, instant) && (sight !== 'reader' || isDue(state, now)),
  );
  if (!standing) return { kind: 'unknown' };
  return !standing.deleted && visible.states.includes(standing)
    ? { kind: 'seen', states: [standing] }
    : { kind: 'gone' };
};

/** States that are, were or will be public. Deleting an article that nobody could see does not reveal that it existed. */
const publishedStates = <State extends RevisionState>(states: readonly State[]): readonly State[] => {
  const times = states.filter((state, at) => isPublished(state, states[at - 1] ?? null));
  return times.filter((state, at) => !state.deleted || times.slice(at + 1).some(({ deleted }) => !deleted));
};

const isDue = (state: RevisionState, instant: Date): boolean =>
  Date.parse(seenSince(state)) <= instant.getTime();
