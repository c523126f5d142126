import type { TestServers } from '../../../scripts/test-servers.ts';
import { type StoredDocument, writeBare } from './bare.ts';
import { readCpuSeconds } from './cpu.ts';
import { inInstallation } from './installation.ts';
import type { Measured } from './measured.ts';

export interface Way {
  readonly batch: number;
  readonly inFlight: number;
}

/** How a bare script may write; the fastest counts. */
const ways: readonly [Way, ...Way[]] = [
  { batch: 200, inFlight: 2 },
  { batch: 500, inFlight: 2 },
  { batch: 500, inFlight: 4 },
  { batch: 1000, inFlight: 2 },
  { batch: 200, inFlight: 8 },
  { batch: 1000, inFlight: 1 },
  { batch: 1000, inFlight: 4 },
];

/** Half the documents in every way: which is the fastest. */
export const findFastestWay = async (
  servers: TestServers,
  documents: readonly StoredDocument[],
  log: (line: string) => void,
): Promise<Measured & { readonly way: Way }> => {
  const half = documents.slice(0, Math.ceil(documents.length / 2));
  let best = { rate: 0, cpu: Number.POSITIVE_INFINITY, way: ways[0] };
  for (const way of ways) {
    const measured = await measureWay(servers, half, way, log);
    if (measured.rate > best.rate) best = { ...measured, way };
  }
  return best;
};

/** Runs the bare script on its own installation until everything is searchable. */
export const measureWay = async (
  servers: TestServers,
  documents: readonly StoredDocument[],
  way: Way,
  log: (line: string) => void,
): Promise<Measured> => {
  const measured = await inInstallation(servers, async ({ client, names }) => {
    const cpuBefore = await readCpuSeconds(client, null);
    const began = performance.now();
    await writeBare(client, names, documents, way);
    await client.indices.refresh({ index: names.allArticleIndices });
    const rate = (documents.length * 1000) / (performance.now() - began);
    return { rate, cpu: (1000 * ((await readCpuSeconds(client, null)) - cpuBefore)) / documents.length };
  });
  log(
    `bare, ${way.batch} a request, ${way.inFlight} in flight: ${measured.rate.toFixed(0)} articles/s, ${measured.cpu.toFixed(2)} CPU s a 1,000`,
  );
  return measured;
};
