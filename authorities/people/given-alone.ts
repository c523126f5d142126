import type { PersonRecord } from './record.ts';
import type { NameParts } from './surnames.ts';

/** Countries where people are called by their first name, because the second is their father's or rarely used, */
const byFirst: ReadonlySet<string> = new Set(['BN', 'ER', 'ET', 'IS', 'MY', 'TH']);
/** and countries where they are called by their last name, which is the given one there. */
const byLast: ReadonlySet<string> = new Set(['VN']);
/** Monarchs are called by their first name everywhere. */
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

/** Two letters are the start of too many names. */
const shortest = 3;
