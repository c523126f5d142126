import { type Client, errors } from '@elastic/elasticsearch';
import { persist } from './persist.ts';
import type { Trouble } from './trouble.ts';

const neighbour = 'neighbour';
const inFlight = 40;
const lines = Array.from({ length: 60 }, (_, n) => [
  { index: {} },
  { body: `Line ${n} of a neighbour who has much to say about very little.` },
]).flat();

/** Another client fills the cluster's write queue, which then answers everyone with 429. */
export const overload: Trouble = {
  name: 'overload',
  strike: async ({ client, random, log }) => {
    const end = Date.now() + 1000 + 4000 * random();
    const counts = await Promise.all(Array.from({ length: inFlight }, () => writeUntil(client, end)));
    log(`  the neighbour got ${counts.reduce((sum, count) => sum + count, 0)} answers of 429`);
    await persist(() => client.indices.delete({ index: neighbour, ignore_unavailable: true }));
  },
};

const writeUntil = async (client: Client, end: number): Promise<number> => {
  let refused = 0;
  while (Date.now() < end) {
    try {
      const { items } = await client.bulk({ index: neighbour, operations: lines });
      if (items.some(({ index }) => index?.status === 429)) refused += 1;
    } catch (error) {
      if (!(error instanceof errors.ElasticsearchClientError)) throw error;
      if (error instanceof errors.ResponseError && error.statusCode === 429) refused += 1;
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  return refused;
};
