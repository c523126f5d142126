import type { PersonRecord } from './record.ts';
import type { NameParts } from './surnames.ts';

/** Countries whose people are called by their first name, since the second is their father's or seldom used, */
const byFirst: ReadonlySet<string> = new Set(['BN', 'ER', 'ET', 'IS', 'MY', 'TH']);
/** and by the last, which is the given one there. */
const byLast: ReadonlySet<string> = new Set(['VN']);
/** Whoever reigns is called by the first name everywhere. */
const monarch = 'K';

/**
 * The given name that a person is called by alone, as others are by their surname: `Mahathir`, `Phuc`, `Tamim`.
 *
 * @returns null if it is not customary, and for names written without spaces
 */
export const givenAlone = (
  { country, roles }: Pick<PersonRecord, 'country' | 'roles'>,
  { tokens, surname }: NameParts,
): string | null => {
  if (tokens.length < 2) return null;
  const isByLast = byLast.has(country ?? '') && !isSurname(tokens.at(-1), surname);
  const isByFirst = byFirst.has(country ?? '') || roles.some(({ office }) => office === monarch);
  if (!isByLast && !isByFirst) return null;
  const given = isByLast ? tokens.at(-1) : tokens[0];
  return given === undefined || isSurname(given, surname) || [...given].length < shortest ? null : given;
};

const isSurname = (token: string | undefined, surname: readonly string[]): boolean =>
  token !== undefined && surname.includes(token);

/** Two letters are too many people's beginning of a name. */
const shortest = 3;
