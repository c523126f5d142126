import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AgencyAuthority } from '../../authorities/agencies/index.ts';
import { type Chain, createChain } from '../../chain/index.ts';
import type { CleanArticle, EnrichedArticle, RawArticle } from '../../domain/article.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { keyOf, type PageLabel, readLabels } from './labels.ts';
import { listSets, readLines, readRecords } from './sets.ts';

const page = z.object({
  id: z.string().nullish(),
  url: z.string().nullish(),
  host: z.string().nullish(),
  html: z.string(),
  date: z.string().nullish(),
  updated: z.string().nullish(),
});

/** A labelled page with the result of cleaning and enrichment, `null` if the page was rejected. */
export interface LabelledPage {
  readonly label: PageLabel;
  readonly host: string | null;
  readonly clean: CleanArticle | null;
  readonly found: EnrichedArticle | null;
}

/** Every labelled page, enriched as the worker does it: those of the data folder and those of `lab/labels`. */
export async function* readLabelled(
  data: string,
  log: (line: string) => void,
  chain: Chain = createChain(),
): AsyncGenerator<LabelledPage> {
  const labels = await readLabels(data);
  const files = ['pages', 'dates'].flatMap((folder) => listSets(data, folder));
  for (const set of new Set([...labels.values()].map((each) => each.set))) {
    const pages = files.filter(({ name }) => name === set);
    if (pages.length === 0) log(`no pages of ${set} in ${data}`);
    for (const { path } of pages)
      for await (const record of readRecords(path, (value) => page.parse(value))) {
        const label = labels.get(keyOf({ set, id: record.id ?? record.url ?? '' }));
        if (!label) continue;
        const url = record.url ?? (record.host ? `http://${record.host}/` : null);
        const host = url === null ? null : new URL(url).hostname;
        const stated = {
          published: record.date ?? label.published,
          updated: record.updated ?? label.updated,
        };
        yield { label: { ...label, ...stated }, host, ...read(record.html, url, chain) };
      }
  }
}

const read = (html: string, url: string | null, chain: Chain): Pick<LabelledPage, 'clean' | 'found'> => {
  const raw: RawArticle = {
    id: 'page',
    revision: 1,
    input: { contentType: 'text/html', charset: null, content: html, given: url === null ? {} : { url } },
  };
  try {
    const clean = chain.clean(raw);
    return { clean, found: chain.enrich(clean) };
  } catch (error) {
    if (error instanceof RejectedArticle) return { clean: null, found: null };
    throw error;
  }
};

/**
 * Gold ids as ours, by looking their display names up in the authority: the whole, the part before the brackets
 * and the forms in them. A name without a record becomes the id of an unrecorded source.
 */
export const mapGoldIds = async (
  data: string,
  agencies: AgencyAuthority,
): Promise<(gold: string) => ReadonlySet<string>> => {
  const ids = new Map<string, ReadonlySet<string>>();
  const path = join(data, 'credits/ids.tsv');
  if (existsSync(path))
    for await (const line of readLines(path)) {
      const [id = '', display = ''] = line.split('\t');
      ids.set(id, idsOfName(display, agencies));
    }
  return (gold) => ids.get(gold) ?? idsOfName(gold, agencies);
};

const idsOfName = (display: string, agencies: AgencyAuthority): ReadonlySet<string> => {
  const [main = '', inside = ''] = display.split(/[()]/);
  const names = [display, main, ...main.split(' / '), ...inside.split('/')].map((name) => name.trim());
  const found = names.filter((name) => name !== '').flatMap((name) => agencies.findByName(name));
  return new Set(
    found.length > 0 ? found : names.map((name) => `name:${name.normalize('NFKC').toLowerCase()}`),
  );
};

/** Letter case makes no difference in the id of a source without a record. */
export const evenId = (id: string): string => (id.startsWith('name:') ? id.toLowerCase() : id);

/** Self-credits of the publication or its own group are not counted. */
export const isSelf = (
  id: string,
  { label, host, found }: Pick<LabelledPage, 'label' | 'host' | 'found'>,
  authority: AgencyAuthority,
  gold: readonly ReadonlySet<string>[],
): boolean => {
  if (gold.some((forms) => forms.has(id))) return false;
  if (host !== null && authority.byHost(host)?.id === id) return true;
  if (found?.publisher && authority.byHost(found.publisher)?.id === id) return true;
  const names = [
    label.publisher ?? '',
    ...label.self_credit,
    ...label.self_credit.map((self) => self.replaceAll('-', ' ')),
  ];
  return names.some(
    (name) =>
      authority.findByName(name).includes(id) ||
      authority.findByName(name.split(' (')[0] ?? '').includes(id) ||
      `name:${name.toLowerCase()}` === evenId(id),
  );
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
