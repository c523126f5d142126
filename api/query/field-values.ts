import { expected } from '../../domain/expectation.ts';
import { spanOf } from '../params/dates.ts';
import { remove, type TokenCursor } from './cursor.ts';
import type { FieldName, Token } from './token.ts';
import type { LeafNode, TextField } from './tree.ts';

/** Fields whose value is one name, language or span of days, not a query of its own. */
export type ValueField = Exclude<FieldName, TextField>;

/**
 * Reads what stands after `person:`, `lang:`, `date:` and their like.
 *
 * @param token  the field's name and colon, already passed
 * @throws {QueryProblem}
 */
export const readFieldValue = (cursor: TokenCursor, token: Token, field: ValueField): LeafNode => {
  switch (field) {
    case 'date':
      return readDate(cursor, token);
    case 'lang':
      return readLanguage(cursor, token);
    default:
      return readName(cursor, token, field);
  }
};

const readName = (
  cursor: TokenCursor,
  token: Token,
  field: Exclude<ValueField, 'date' | 'lang'>,
): LeafNode => {
  const value = cursor.token;
  if (value.kind !== 'phrase' && !(value.kind === 'word' && value.form === 'plain'))
    throw cursor.problem(value, expected('name-after', `${field}:`), remove(token));
  cursor.advance();
  return { kind: 'name', field, value: value.text, span: { start: token.start, end: value.end } };
};

const readLanguage = (cursor: TokenCursor, token: Token): LeafNode => {
  const value = cursor.token;
  const code = value.kind === 'value' ? languageTag(value.text) : null;
  if (code === null)
    throw cursor.problem(value, expected('language-after'), {
      start: token.start,
      end: value.kind === 'value' ? value.end : token.end,
      text: '',
    });
  cursor.advance();
  return { kind: 'lang', value: code, span: { start: token.start, end: value.end } };
};

const readDate = (cursor: TokenCursor, token: Token): LeafNode => {
  const value = cursor.token;
  const range = value.kind === 'value' ? readRange(value.text) : null;
  if (range === null)
    throw cursor.problem(value, expected('date-after'), {
      start: token.start,
      end: value.kind === 'value' ? value.end : token.end,
      text: '',
    });
  cursor.advance();
  return { kind: 'date', ...range, span: { start: token.start, end: value.end } };
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
