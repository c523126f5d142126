import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { ApiServices } from '../services.ts';
import type { Answer } from './execute.ts';
import { explain } from './explain.ts';
import { summarize } from './hit.ts';
import type { Reader, SearchResult } from './result.ts';
import { foundBy } from './translations.ts';
import type { Understanding } from './understand.ts';

type Hit = Answer['hits']['hits'][number];

/** Other requests get a turn between two results, which may have whole texts or a thousand names. */
export const renderResults = async (
  understood: Understanding,
  hits: readonly Hit[],
  reader: Reader,
  services: Pick<ApiServices, 'authorities'>,
): Promise<SearchResult['results']> => {
  const results: SearchResult['results'] = [];
  for (const hit of hits) {
    results.push(...renderResult(understood, hit, reader, services));
    await nextTurn();
  }
  return results;
};

const renderResult = (
  { params, across }: Understanding,
  { _source, _score, highlight, matched_queries }: Hit,
  reader: Reader,
  { authorities }: Pick<ApiServices, 'authorities'>,
): SearchResult['results'] =>
  _source
    ? [
        {
          ...summarize(_source, reader, authorities, highlight, params.context),
          ...(params.fields?.includes('body') ? { body: _source.body } : {}),
          ...(across ? { found: foundBy(matched_queries) } : {}),
          ...(params.explain ? { why: explain(_score ?? null, scoresOf(matched_queries)) } : {}),
        },
      ]
    : [];

/** Only names, without scores, if several searches were sent together. */
const scoresOf = (
  matched: readonly string[] | Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, number>> => z.record(z.string(), z.number()).catch({}).parse(matched);
