import { expected } from '../../domain/expectation.ts';
import { spanOf } from '../params/dates.ts';
import type { TokenCursor } from './cursor.ts';
import type { Edit } from './problem.ts';
import type { FieldName, Token } from './token.ts';
import type { LeafNode, NameField, TextField } from './tree.ts';

/** Fields whose value is one name, language or range of days, not a query. */
export type ValueField = Exclude<FieldName, TextField>;

/**
 * Reads the value after `person:`, `lang:`, `date:` and similar fields.
 *
 * @param token the field's name and colon, already consumed
 * @param place `grouped`: within `person:( … )`, where adjacent words are one name
 * @throws {QueryProblem}
 */
export const readFieldValue = (
  cursor: TokenCursor,
  token: Token,
  field: ValueField,
  { grouped = false }: { readonly grouped?: boolean } = {},
): LeafNode => {
  const start = grouped ? cursor.token.start : token.start;
  switch (field) {
    case 'date':
      return readDate(cursor, token, start);
    case 'lang':
      return readLanguage(cursor, token, start);
    default:
      return readName(cursor, token, { field, start, grouped });
  }
};

const readName = (
  cursor: TokenCursor,
  token: Token,
  { field, start, grouped }: { readonly field: NameField; readonly start: number; readonly grouped: boolean },
): LeafNode => {
  const value = cursor.token;
  if (!isName(value))
    throw cursor.problem(value, expected('name-after', `${field}:`), removeIfBare(token, value));
  cursor.advance();
  const words = [value.text];
  let { end } = value;
  for (let next = cursor.token; grouped && value.kind === 'word' && isName(next); next = cursor.token) {
    if (next.kind !== 'word') break;
    words.push(next.text);
    end = cursor.advance().end;
  }
  return { kind: 'name', field, value: words.join(' '), span: { start, end } };
};

const isName = (token: Token): token is Extract<Token, { kind: 'word' | 'phrase' }> =>
  (token.kind === 'phrase' && !token.prefix) || (token.kind === 'word' && token.form === 'plain');

/** A field without a value can be removed; an invalid value cannot, because the user meant something by it. */
const removeIfBare = (token: Token, value: Token): Edit | null =>
  value.kind === 'end' || value.kind === 'close' ? { start: token.start, end: token.end, text: ' ' } : null;

const readLanguage = (cursor: TokenCursor, token: Token, start: number): LeafNode => {
  const value = cursor.token;
  const code = value.kind === 'value' ? languageTag(value.text) : null;
  if (code === null) throw cursor.problem(value, expected('language-after'), removeIfBare(token, value));
  cursor.advance();
  return { kind: 'lang', value: code, span: { start, end: value.end } };
};

const readDate = (cursor: TokenCursor, token: Token, start: number): LeafNode => {
  const value = cursor.token;
  const range = value.kind === 'value' ? readRange(value.text) : null;
  if (range === null) throw cursor.problem(value, expected('date-after'), removeIfBare(token, value));
  cursor.advance();
  return { kind: 'date', ...range, span: { start, end: value.end } };
};

const languageTag = (written: string): string | null => {
  const [, language, script] = /^([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?$/.exec(written) ?? [];
  if (language === undefined) return null;
  const code = language.toLowerCase();
  return script === undefined ? code : `${code}-${script[0]?.toUpperCase()}${script.slice(1).toLowerCase()}`;
};

const readRange = (written: string): { from: string | null; to: string | null } | null => {
  const [from = '', to = from, ...rest] = written.split(/\.{2,3}|…|‥/);
  if (rest.length > 0 || (from === '' && to === '')) return null;
  if ((from !== '' && !spanOf(from)) || (to !== '' && !spanOf(to))) return null;
  const range = { from: from || null, to: to || null };
  return range.from && range.to && (spanOf(range.from)?.from ?? '') > (spanOf(range.to)?.to ?? '')
    ? null
    : range;
};
