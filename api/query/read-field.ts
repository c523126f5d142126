import { expected } from '../../domain/expectation.ts';
import { QueryProblem } from './problem.ts';
import { colons, plainSigns } from './signs.ts';
import { fieldNames, type Token } from './token.ts';

const pattern = new RegExp(`([A-Za-zＡ-Ｚａ-ｚ]{2,20})[${colons}]`, 'y');

/**
 * The name of a field and its colon.
 *
 * `Explained:why` and `WHO:children` are words of headlines, and so is `EU:s`: only what is written in small letters
 * with a word behind it looks like the field of some other tool, and is refused.
 *
 * @throws {QueryProblem} for a field that there is not
 */
export const readField = (query: string, start: number): Token | null => {
  pattern.lastIndex = start;
  const written = pattern.exec(query)?.[1];
  if (written === undefined) return null;
  const end = start + written.length + 1;
  const name = fieldNames.find((known) => known === plainSigns(written).toLowerCase());
  if (name) return { kind: 'field', name, start, end };
  if (!looksLikeField(written, query.slice(end))) return null;
  throw new QueryProblem(start, query.slice(start), expected('fields', fieldNames.join(', ')), {
    start: end - 1,
    end,
    text: ' ',
  });
};

/** Endings behind the colon of an abbreviation, as Finnish and Swedish write them, are short: `tv:n`. */
const looksLikeField = (name: string, rest: string): boolean =>
  name === name.toLowerCase() &&
  (/^["“„«(]|^\p{L}{4}/u.test(rest) || (name.length >= 4 && /^\p{L}/u.test(rest)));
