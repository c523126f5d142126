import type { Order } from '../../domain/submission.ts';

/** What a sender's format says about a delivered story, for every way in. */
export interface Delivery {
  /** The story's own id, the same for all its versions, and globally unique. */
  readonly id?: string;
  /** An id that is unique only within its sender's stories. */
  readonly localId?: string;
  readonly order?: Order;
  /** End of an embargo, ISO instant. */
  readonly publishAt?: string;
  /** Why the story must no longer be shown: `canceled`, `withheld` … */
  readonly withdrawn?: string;
  /** Why it cannot be accepted at all. */
  readonly refused?: { readonly reason: string; readonly detail: string };
}

/** Sorts an id by whether it has a scheme (`urn:`, `tag:`, `https:`), which makes it globally unique. */
export const identify = (id: string): Pick<Delivery, 'id' | 'localId'> => {
  const trimmed = id.trim();
  if (trimmed === '') return {};
  return /^[a-z][a-z0-9+.-]{1,30}:\S/i.test(trimmed) ? { id: trimmed } : { localId: trimmed };
};

/** A version by its number; without one, by the instant at which it was made. */
export const orderBy = (version: string | undefined, made: string | undefined): Pick<Delivery, 'order'> => {
  const number = /^\d{1,15}$/.test(version?.trim() ?? '') ? Number(version) : null;
  if (number !== null) return { order: { by: 'sequence', sequence: number } };
  const modified = instantOf(made ?? '');
  return modified === null ? {} : { order: { by: 'modified', modified } };
};

/**
 * Whether a story may be shown, and from when. An embargo without a readable end lasts until another version
 * changes it.
 *
 * @param status  as printed, with or without the prefix of its vocabulary; empty if none is stated
 * @param embargo  when it ends as printed; empty without an end, null without an embargo
 */
export const releaseOf = (
  status: string,
  embargo: string | null,
): Pick<Delivery, 'publishAt' | 'withdrawn'> => {
  const plain = status.trim().toLowerCase().split(/[:/#]/).at(-1) ?? '';
  const ends = embargo === null ? null : instantOf(embargo);
  if (WITHDRAWN.has(plain)) return { withdrawn: plain.replace('cancelled', 'canceled') };
  if (embargo !== null && ends === null)
    return { withdrawn: `embargoed until ${embargo.trim() || 'further notice'}` };
  if (plain === 'embargoed' && ends === null) return { withdrawn: 'embargoed until further notice' };
  return ends === null ? {} : { publishAt: ends };
};

const WITHDRAWN: ReadonlySet<string> = new Set(
  'canceled cancelled cancel withheld withhold killed kill withdrawn deleted draft private pending'.split(
    ' ',
  ),
);

const BASIC = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s?(Z|[+-]\d\d:?\d\d)?$/;
const LOCAL = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?$/;

/** An instant as agencies write it: ISO 8601 long or basic, RFC 822; without a zone it is UTC. */
export const instantOf = (printed: string): string | null => {
  const text = printed.trim();
  const basic = BASIC.exec(text);
  const long = basic === null ? text : expand(basic);
  const parsed = Date.parse(LOCAL.test(long) && long.length > 10 ? `${long.replace(' ', 'T')}Z` : long);
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString();
};

const expand = ([
  ,
  year,
  month,
  day,
  hour = '00',
  minute = '00',
  second = '00',
  zone = 'Z',
]: RegExpExecArray) =>
  `${year}-${month}-${day}T${hour}:${minute}:${second}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`;

export const severalArticles = (count: number): Delivery => ({
  refused: {
    reason: 'several-articles',
    detail: `${count} articles in one: send each by itself, or let ingest take the file apart`,
  },
});
