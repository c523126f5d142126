import { z } from 'zod';
import { remembered } from '../../domain/remembered.ts';
import { shorten } from '../../domain/shorten.ts';
import type { NameFacetName } from '../facets/index.ts';
import type { Article } from '../search/article.ts';
import { type Authorities, labelOf } from '../search/authorities.ts';
import { SUMMARY_LENGTH } from '../search/hit.ts';
import type { Reader } from '../search/result.ts';
import { type RawFields, splitFields } from './raw-fields.ts';

/**
 * Converts documents to articles, JSON to JSON: unchanged fields are copied unparsed, and each label is made once. The
 * result equals that of `toArticle` byte for byte.
 *
 * @param origin  before the link to its page, or empty
 * @returns a function from a document's fields, as bytes read as Latin-1, to an article's JSON; null if one is missing
 */
export const openArticleWriter = (
  reader: Pick<Reader, 'language'>,
  authorities: Authorities,
  origin: string,
): ((fields: RawFields) => string | null) => {
  const writers = Object.entries(writersOf(reader, authorities, origin));
  return (fields) => {
    let json = '';
    for (const [name, { from = name, write }] of writers) {
      const value = fields.get(from);
      if (value === undefined || !(forms[from] ?? anything).test(value)) return null;
      json += `${json === '' ? '{' : ','}"${name}":${write ? write(value) : value}`;
    }
    return `${json}}`;
  };
};

/** A field of the article and the document's field that it is made from; by default the field of the same name, unchanged. */
interface FieldWriter {
  readonly from?: string;
  readonly write?: (value: string) => string;
}

const asItStands: FieldWriter = {};

/** Every field of an article, in order. */
const writersOf = (
  reader: Pick<Reader, 'language'>,
  authorities: Authorities,
  origin: string,
): Readonly<Record<keyof Article, FieldWriter>> => {
  const named = (facet: NameFacetName) =>
    remembered(
      (id) => `{"id":${id},"label":${write(labelOf(facet, read(id), reader.language, authorities))}}`,
      MOST_LABELS,
    );
  const { people } = authorities;
  const withoutDelisted = (ids: string): string =>
    listWithout(ids, stringsIn(ids), (id) => people.isDelisted(read(id)));
  const all = (one: (id: string) => string) => (ids: string) => `[${stringsIn(ids).map(one).join()}]`;
  return {
    id: asItStands,
    url: asItStands,
    page: { from: 'id', write: pageIn(write(origin)) },
    title: asItStands,
    summary: { from: 'lead', write: summaryOf },
    date: asItStands,
    dateKind: asItStands,
    published: asItStands,
    updated: asItStands,
    agency: { write: all(named('agency')) },
    publisher: { write: unlessNull(named('publisher')) },
    country: { write: unlessNull(named('country')) },
    language: asItStands,
    script: asItStands,
    dateline: { write: unlessNull(datelineWriter(unlessNull(named('place')))) },
    authors: { write: (ids) => all(named('author'))(withoutDelisted(ids)) },
    mentioned: { write: all(named('mentions')) },
    people: { write: (ids) => all(named('person'))(withoutDelisted(ids)) },
    story: asItStands,
    revision: asItStands,
    received: asItStands,
    body: asItStands,
    kinds: asItStands,
    mentions: { write: mentionsWriter(reader, authorities) },
  };
};

/** The first character of a field of the expected type; Elasticsearch also accepts a list for one value, and the reverse. */
const forms: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    ['id', 'title', 'lead', 'body', 'language', 'script', 'story', 'received'].map((name) => [name, /^"/]),
  ),
  ...Object.fromEntries(['url', 'date', 'dateKind', 'publisher', 'country'].map((name) => [name, /^["n]/])),
  ...Object.fromEntries(['published', 'updated', 'dateline'].map((name) => [name, /^[{n]/])),
  agency: /^\[["\]]/,
  people: /^\[["\]]/,
  authors: /^\[["\]]/,
  mentioned: /^\[["\]]/,
  kinds: /^\[/,
  mentions: /^\[/,
  revision: /^\d/,
};
const anything = /^/;

const MOST_LABELS = 20_000;

const read = (json: string): string => JSON.parse(Buffer.from(json, 'latin1').toString());
const write = (text: string): string => Buffer.from(JSON.stringify(text)).toString('latin1');

const unlessNull =
  (one: (value: string) => string) =>
  (value: string): string =>
    value === 'null' ? value : one(value);

/** Unparsed strings of a list. Without escapes no string contains a quote. */
const stringsIn = (list: string): readonly string[] => {
  if (list === '[]') return [];
  if (list.includes('\\')) {
    const strings: readonly string[] = JSON.parse(Buffer.from(list, 'latin1').toString());
    return strings.map(write);
  }
  const texts = list.slice(2, -2).split('","');
  if (texts.some((text) => text.includes('"'))) throw new SyntaxError('a list of other things than strings');
  return texts.map((text) => `"${text}"`);
};

/** The list itself if nothing is removed, as usual. */
const listWithout = (list: string, items: readonly string[], goes: (item: string) => boolean): string =>
  items.some(goes) ? `[${items.filter((item) => !goes(item)).join()}]` : list;

/** @param origin  as JSON */
const pageIn = (origin: string) => {
  const path = `${origin.slice(0, -1)}/articles/`;
  return (id: string): string =>
    /^"[\w.~-]+"$/.test(id) ? path + id.slice(1) : `${path}${encodeURIComponent(read(id))}"`;
};

const summaryOf = (lead: string): string =>
  lead.length - 2 <= SUMMARY_LENGTH || unitsIn(lead) - 2 <= SUMMARY_LENGTH
    ? lead
    : write(shorten(read(lead), SUMMARY_LENGTH));

/** The number of UTF-16 units of UTF-8 bytes: one for each lead byte, two for that of a four-byte sequence. */
const unitsIn = (bytes: string): number => {
  let units = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes.charCodeAt(at);
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
};

const datelineWriter =
  (placeOf: (id: string) => string) =>
  (dateline: string): string => {
    const fields = splitFields(dateline);
    const { place = 'null', date, printed } = Object.fromEntries(fields);
    if (date === undefined || printed === undefined) throw new SyntaxError('a dateline without its parts');
    return `{"place":${placeOf(place)},"date":${date},"printed":${printed}}`;
  };

const STRING = '"(?:[^"\\\\]|\\\\.)*"';
/** Cannot occur in a string, where quotes are escaped. */
const person = new RegExp(`\\{"id":(${STRING}),"name":(${STRING}),`, 'g');

const mentionsWriter = (reader: Pick<Reader, 'language'>, { people }: Authorities) => {
  const labelIn = remembered((id): string | null => {
    const label = people.label(read(id), reader.language);
    return label === null ? null : write(label);
  }, MOST_LABELS);
  const isDelisted = (id: string): boolean => people.isDelisted(read(id));
  return (mentions: string): string =>
    withoutMentions(mentions, isDelisted).replace(
      person,
      (_, id: string, name: string) => `{"id":${id},"name":${name},"label":${labelIn(id) ?? name},`,
    );
};

const mentionIds = z.array(z.looseObject({ id: z.string() }));

/** Parsed only if a person must be left out. */
const withoutMentions = (mentions: string, goes: (id: string) => boolean): string => {
  const named = [...mentions.matchAll(person)].some(([, id = '""']) => goes(id));
  if (!named) return mentions;
  const all = mentionIds.parse(JSON.parse(Buffer.from(mentions, 'latin1').toString()));
  const kept = all.filter(({ id }) => !goes(write(id)));
  return Buffer.from(JSON.stringify(kept)).toString('latin1');
};
