import { type Prepared, prepareReadyMade, withStory } from '../chain/prepare-article.ts';
import type { Preparation } from '../domain/acceptance.ts';
import type { Stories } from './index/stories.ts';
import type { ThreadPool } from './threads/pool.ts';

export interface Preparers {
  readonly pool: Pick<ThreadPool, 'prepare'>;
  readonly stories: Stories;
}

/** The outcome of each article, in order: its complete document, or why it has none. */
export const prepareArticles = async (
  articles: readonly Preparation[],
  { pool, stories }: Preparers,
): Promise<readonly Prepared[]> => placeInStories(await prepareEach(articles, pool), articles, stories);

const prepareEach = async (
  articles: readonly Preparation[],
  pool: Preparers['pool'],
): Promise<readonly Prepared[]> => {
  const ready = articles.map(prepareReadyMade);
  const others = articles.filter((_, n) => ready[n] === null);
  const made = [...(await pool.prepare(others))];
  return ready.flatMap((one) => one ?? made.shift() ?? []);
};

/** Adds each document's story, which depends on other articles. */
const placeInStories = async (
  prepared: readonly Prepared[],
  articles: readonly Preparation[],
  stories: Stories,
): Promise<readonly Prepared[]> => {
  const asked = prepared.flatMap((one, n) => {
    const id = articles[n]?.raw.id;
    return one.kind === 'document' && one.signature.length > 0 && id !== undefined ? [{ ...one, id }] : [];
  });
  const found = new Map((await stories.find(asked)).map((story, n) => [asked[n]?.id, story]));
  return prepared.map((one, n) => {
    if (one.kind !== 'document') return one;
    const story = found.get(articles[n]?.raw.id) ?? one.story;
    return { ...one, story, json: withStory(one.json, story) };
  });
};
