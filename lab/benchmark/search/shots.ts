import { join } from 'node:path';
import { parseParameters, readQuery } from '../../../api/params/read.ts';
import { searchSchema } from '../../../api/params/search.ts';
import type { Authorities } from '../../../api/search/authorities.ts';
import type { SearchCall } from '../../../api/search/execute.ts';
import { planOf } from '../../../api/search/search.ts';
import { watchSynonyms } from '../../../api/search/synonyms.ts';
import { understand } from '../../../api/search/understand.ts';
import { loadAuthorities } from '../../../authorities/load.ts';
import type { Shot } from './load.ts';

/** The service; the same requests sent straight; the leanest requests with the same hits and counts. */
export const kinds = ['api', 'bare', 'plain'] as const;
export type Kind = (typeof kinds)[number];

export interface Target {
  readonly api: string;
  readonly key: string;
  readonly elasticsearch: string;
  readonly prefix: string;
}

export const shotsFor = (
  queries: readonly string[],
  { api, key, prefix, elasticsearch }: Target,
): Record<Kind, readonly Shot[]> => {
  const authorities = searchAuthorities();
  const plans = queries.map((query) => {
    const params = parseParameters(searchSchema, readQuery(new URLSearchParams(query)));
    const understood = understand(params, authorities);
    return planOf(understood, { language: 'en', path: '/v1/articles' }, { prefix, authorities }).calls;
  });
  return {
    api: queries.map((query) => ({
      url: new URL(`/v1/articles?${query}`, api),
      method: 'GET',
      headers: { 'api-key': key },
      body: null,
    })),
    bare: plans.map((calls) => straightTo(elasticsearch, calls)),
    plain: plans.map((calls) => straightTo(elasticsearch, calls.map(leanest))),
  };
};

const leanest = (call: SearchCall): SearchCall => {
  const { highlight: _, ...body } = call.body;
  return { ...call, body: { ...body, _source: false } };
};

/** Several searches go in one request, as the service sends them. */
const straightTo = (elasticsearch: string, calls: readonly SearchCall[]): Shot => {
  const [only] = calls;
  if (only && calls.length === 1) {
    const names = [only.index].flat().join();
    const url = new URL(`/${names}/_search`, elasticsearch);
    for (const [name, value] of Object.entries(manner(only))) url.searchParams.set(name, String(value));
    return { url, method: 'POST', headers: json, body: JSON.stringify(only.body) };
  }
  const lines = calls.flatMap((call) => [{ index: call.index, ...manner(call) }, call.body]);
  return {
    url: new URL('/_msearch', elasticsearch),
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  };
};

const json = { 'content-type': 'application/json' };

const manner = ({ global, optional }: SearchCall) => ({
  search_type: global ? 'dfs_query_then_fetch' : 'query_then_fetch',
  ignore_unavailable: optional,
  allow_partial_search_results: false,
});

/** As the API has them: the requests would differ without synonyms. */
const searchAuthorities = (): Authorities => ({
  ...loadAuthorities(),
  synonyms: watchSynonyms(join(import.meta.dirname, '../../../languages/synonyms')),
});
