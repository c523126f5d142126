import { isReadyMade, readReadyMade } from './index/ready-made.ts';
import type { Stories } from './index/stories.ts';
import type { Preparation, Prepared } from './threads/messages.ts';
import type { ThreadPool } from './threads/pool.ts';
import { prepareArticle } from './threads/prepare-article.ts';

interface Preparers {
  readonly pool: ThreadPool;
  readonly stories: Stories;
}

/** What becomes of each article, in order: its whole document, or why it has none. */
export const prepareArticles = async (
  articles: readonly Preparation[],
  { pool, stories }: Preparers,
): Promise<readonly Prepared[]> => placeInStories(await prepareEach(articles, pool), articles, stories);

/** A document that came ready-made needs no thread: the way there and back costs more than reading it. */
const prepareEach = async (
  articles: readonly Preparation[],
  pool: ThreadPool,
): Promise<readonly Prepared[]> => {
  const others = articles.filter(({ raw }) => !isReadyMade(raw));
  const prepared = await pool.prepare(others);
  const byThread = new Map(others.map((one, n) => [one, prepared[n]]));
  return articles.map((one) => byThread.get(one) ?? prepareArticle(one, readReadyMade));
};

/** Completes documents by their story, which only a look at other articles can tell. */
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
    return { ...one, story, json: `${one.json.slice(0, -1)},"story":${JSON.stringify(story)}}` };
  });
};
