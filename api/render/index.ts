import { atom } from './atom.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json, ndjson } from './json.ts';
import { jsonfeed } from './jsonfeed.ts';
import { rss } from './rss.ts';

/** Every output format, once. */
const listed = [json, ndjson, csv, rss, atom, jsonfeed] as const;

export type FormatName = (typeof listed)[number]['name'];

export type NamedFormat = Format & { readonly name: FormatName };

export const formats: readonly NamedFormat[] = listed;
export const formatNames: readonly FormatName[] = listed.map(({ name }) => name);
export const feedFormats = formats.filter(({ kind }) => kind === 'feed');

export const formatNamed = (name: FormatName): NamedFormat =>
  formats.find((format) => format.name === name) ?? json;
