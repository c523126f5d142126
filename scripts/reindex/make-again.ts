import type { Prepared } from '../../chain/prepare-article.ts';
import { isEmbargoed } from '../../domain/visibility.ts';
import { readPreparation } from '../../platform/articles/records.ts';
import { readRecords } from '../../platform/articles/stored.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { StoreNames } from '../../platform/names.ts';
import { type Due, loadBefore, mostBack } from '../../worker/index/load-due.ts';
import { type Preparers, prepareArticles } from '../../worker/prepare-articles.ts';
import type { Hit } from './transform.ts';

export type MadeAgain = Prepared & {
  /** The revision that was read. */
  readonly revision: number;
  /** The revision in `raw`. */
  readonly newest: number;
};

interface Services extends Preparers {
  readonly client: Elasticsearch;
  readonly names: StoreNames;
}

/**
 * Makes documents again from the newest revision that is readable and not under embargo, like the worker. By id;
 * deleted articles and those without an input are left out.
 */
export const makeAgain = async (
  services: Services,
  hits: readonly Hit[],
): Promise<ReadonlyMap<string, MadeAgain>> => {
  const alive = hits.filter(({ source }) => !source.gone);
  const records = await readRecords(services, alive);
  const newest = new Map([...records].map(([id, { revision }]) => [id, revision]));
  const made = new Map<string, MadeAgain>();
  let open: readonly Due[] = [...records].map(([id, { seqNo: position, ...record }]) => ({
    id,
    record,
    position,
  }));
  for (let back = 0; open.length > 0 && back <= mostBack; back += 1) {
    const due = open.filter(({ record }) => !isEmbargoed(record, new Date()));
    const articles = due.flatMap(({ id, record }) => readPreparation(id, record) ?? []);
    const prepared = await prepareArticles(articles, services);
    articles.forEach(({ raw: { id, revision } }, n) => {
      const one = prepared[n];
      // The reason for the newest revision says more than the reason for an earlier one.
      if (one?.kind === 'document' || (one && !made.has(id)))
        made.set(id, { ...one, revision, newest: newest.get(id) ?? revision });
    });
    open = await loadBefore(
      services,
      open.filter(({ id, record }) => record.input !== null && made.get(id)?.kind !== 'document'),
    );
  }
  return made;
};
