import { expected } from '../../domain/expectation.ts';
import { colons, plainCharacters } from './characters.ts';
import { QueryProblem } from './problem.ts';
import { fieldNames, type Token } from './token.ts';

const pattern = new RegExp(`([A-Za-zＡ-Ｚａ-ｚ]{2,20})[${colons}]`, 'y');

/**
 * The name of a field and its colon. `Explained:why`, `WHO:children` and `EU:s` are words of headlines. An unknown
 * name is refused only if it is in lower case and a word follows, because it looks like the field of another tool.
 *
 * @throws {QueryProblem} for an unknown field
 */
export const readField = (query: string, start: number): Token | null => {
  pattern.lastIndex = start;
  const written = pattern.exec(query)?.[1];
  if (written === undefined) return null;
  const end = start + written.length + 1;
  const name = fieldNames.find((known) => known === plainCharacters(written).toLowerCase());
  if (name) return { kind: 'field', name, start, end };
  if (!looksLikeField(written, query.slice(end))) return null;
  throw new QueryProblem(start, query.slice(start), expected('fields', fieldNames.join(', ')), {
    start: end - 1,
    end,
    text: ' ',
  });
};

/** Finnish and Swedish write short endings after the colon of an abbreviation: `tv:n`. */
const looksLikeField = (name: string, rest: string): boolean =>
  name === name.toLowerCase() &&
  (/^["“„«(]|^\p{L}{4}/u.test(rest) || (name.length >= 4 && /^\p{L}/u.test(rest)));
