import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AgencyAuthority } from '../../authorities/agencies/index.ts';
import { type Chain, createChain } from '../../chain/index.ts';
import type { EnrichedArticle, RawArticle } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { listSets, readLines, readRecords } from './sets.ts';

const label = z.object({
  set: z.string(),
  id: z.string(),
  agency: z.array(z.string()),
  self_credit: z.array(z.string()),
  publisher: z.string().nullish(),
  dateline_place: z.string().nullish(),
});
const page = z.object({
  id: z.string(),
  url: z.string().nullish(),
  host: z.string().nullish(),
  html: z.string(),
});

export type CreditLabel = z.infer<typeof label>;

/** A labelled page and what enrichment made of it; `found` is null if the page was refused. */
export interface LabelledPage {
  readonly label: CreditLabel;
  readonly host: string | null;
  readonly found: EnrichedArticle | null;
}

/** Every labelled page of `credits/labels.ndjson`, enriched as the worker does it. */
export async function* readLabelled(data: string, log: (line: string) => void): AsyncGenerator<LabelledPage> {
  const path = join(data, 'credits/labels.ndjson');
  if (!existsSync(path)) return log(`no labels at ${path}`);
  const labels = new Map<string, CreditLabel>();
  for await (const each of readRecords(path, (value) => label.parse(value)))
    labels.set(`${each.set} ${each.id}`, each);
  const chain = createChain();
  const files = listSets(data, 'pages');
  for (const set of new Set([...labels.values()].map((each) => each.set))) {
    const pages = files.filter(({ name }) => name === set);
    if (pages.length === 0) log(`no pages of ${set} in ${join(data, 'pages')}`);
    for (const { path } of pages)
      for await (const record of readRecords(path, (value) => page.parse(value))) {
        const wanted = labels.get(`${set} ${record.id}`);
        if (!wanted) continue;
        const url = record.url ?? (record.host ? `http://${record.host}/` : null);
        const host = url === null ? null : new URL(url).hostname;
        yield { label: wanted, host, found: read(record.html, url, chain) };
      }
  }
}

const read = (html: string, url: string | null, chain: Chain): EnrichedArticle | null => {
  const raw: RawArticle = {
    id: 'page',
    revision: 1,
    input: { contentType: 'text/html', charset: null, content: html, given: url === null ? {} : { url } },
  };
  try {
    return chain.enrich(chain.clean(raw));
  } catch (error) {
    if (error instanceof RejectedArticle) return null;
    throw error;
  }
};

/**
 * Gold ids as ours, by looking their display names up in the authority: the whole, the part before the brackets
 * and the forms in them. A name of no record is what an unrecorded source would be called.
 */
export const mapGoldIds = async (
  data: string,
  agencies: AgencyAuthority,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const ids = new Map<string, ReadonlySet<string>>();
  for await (const line of readLines(join(data, 'credits/ids.tsv'))) {
    const [id = '', display = ''] = line.split('\t');
    const [main = '', inside = ''] = display.split(/[()]/);
    const names = [display, main, ...main.split(' / '), ...inside.split('/')].map((name) => name.trim());
    const found = names.filter((name) => name !== '').flatMap((name) => agencies.findByName(name));
    const unrecorded = names.map((name) => `name:${name.normalize('NFKC').toLowerCase()}`);
    ids.set(id, new Set(found.length > 0 ? found : unrecorded));
  }
  return ids;
};

/** The bounds of Wilson's 95 % interval for `right` of `all`. */
export const wilson = (right: number, all: number): readonly [low: number, high: number] => {
  if (all === 0) return [0, 1];
  const z2 = 1.96 ** 2;
  const share = right / all;
  const middle = (share + z2 / (2 * all)) / (1 + z2 / all);
  const half = (1.96 * Math.sqrt((share * (1 - share)) / all + z2 / (4 * all * all))) / (1 + z2 / all);
  return [middle - half, middle + half];
};
