import type { SearchFormat } from '../params/search.ts';
import { atom } from './atom.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json, ndjson } from './json.ts';
import { jsonfeed } from './jsonfeed.ts';
import { rss } from './rss.ts';

/** Every format, once. */
export const formats: Readonly<Record<SearchFormat, Format>> = { json, ndjson, csv, rss, atom, jsonfeed };
