import { nameTokens } from '../matching/normalize-name.ts';
import type { PersonRecord } from '../record.ts';
import { plainForm } from '../surnames.ts';
import type { GrowingNumbers, GrowingText } from './growing.ts';
import { mostForms, mostWords, packPlace, unpackPlace } from './layout.ts';

/** Names and ends of names as folded text, each with its place. */
export interface Place {
  readonly texts: GrowingText;
  readonly starts: GrowingNumbers;
  readonly where: GrowingNumbers;
}

/** A record's forms, each once, in the order in which `packPlace` counts them. */
export const formsOf = ({ names }: PersonRecord): readonly string[] =>
  [...new Set(names.map(({ form }) => plainForm(form)))].slice(0, mostForms);

/** A form from one of its words on, as typed beginnings are compared with it. */
export const endOfForm = (form: string, word: number): string => nameTokens(form).slice(word).join(' ');

export const listPlaces = (record: PersonRecord, at: number, { texts, starts, where }: Place): void => {
  const seen = new Set<string>();
  for (const [form, text] of formsOf(record).entries()) {
    const tokens = nameTokens(text);
    for (let word = 0; word < Math.min(tokens.length, mostWords); word += 1) {
      const end = tokens.slice(word).join(' ');
      if (seen.has(end)) continue;
      seen.add(end);
      starts.push(texts.push(end));
      where.push(packPlace(at, form, word));
    }
  }
};

/** Places in the order of their texts' bytes. */
export const sortPlaces = ({ texts, starts, where }: Place, rankOf: Uint32Array): Uint32Array => {
  const bytes = texts.view();
  const begins = starts.view();
  const endOf = (at: number): number => begins[at + 1] ?? bytes.length;
  const compare = (one: number, other: number): number =>
    bytes.compare(bytes, begins[other], endOf(other), begins[one], endOf(one)) || one - other;
  const order = sortByHead(bytes, begins, endOf, compare);
  const places = where.view();
  return order.map((at) => {
    const { ordinal, form, word } = unpackPlace(places[at] ?? 0);
    return packPlace(rankOf[ordinal] ?? 0, form, word);
  });
};

/** Groups them by their first two bytes before comparing: sorting millions at once takes minutes. */
const sortByHead = (
  bytes: Buffer,
  begins: Uint32Array,
  endOf: (at: number) => number,
  compare: (one: number, other: number) => number,
): Uint32Array => {
  const headOf = (at: number): number => {
    const start = begins[at] ?? 0;
    return (bytes[start] ?? 0) * 256 + (start + 1 < endOf(at) ? (bytes[start + 1] ?? 0) : 0);
  };
  const next = new Uint32Array(65_537);
  for (let at = 0; at < begins.length; at += 1) next[headOf(at) + 1] = (next[headOf(at) + 1] ?? 0) + 1;
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  const bounds = next.slice();
  const order = new Uint32Array(begins.length);
  for (let at = 0; at < begins.length; at += 1) {
    const head = headOf(at);
    order[next[head] ?? 0] = at;
    next[head] = (next[head] ?? 0) + 1;
  }
  for (let head = 0; head < 65_536; head += 1) order.subarray(bounds[head], bounds[head + 1]).sort(compare);
  return order;
};
