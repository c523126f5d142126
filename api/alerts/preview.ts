import type { z } from 'zod';
import type { SearchParams } from '../params/search.ts';
import { describeSearch } from '../search/describe.ts';
import { understand } from '../search/understand.ts';
import { compileSearch } from './compile.ts';
import { findExplained } from './found.ts';
import type { previewSchema } from './schema.ts';
import type { AlertServices } from './services.ts';

const days = 7;
const shown = 20;

/**
 * The matches that a search would have had in the last week.
 *
 * @throws {InvalidQuery}
 */
export const previewSearch = async (
  params: SearchParams,
  language: string,
  services: AlertServices,
): Promise<z.input<typeof previewSchema>> => {
  const to = services.clock();
  const from = new Date(to.getTime() - days * 86_400_000).toISOString();
  const { total, results } = await findExplained(
    compileSearch(params, language, services.authorities),
    { among: { range: { received: { gte: from } } }, size: shown },
    { language },
    services,
  );
  const understood = understand(params, services.authorities);
  return {
    from,
    to: to.toISOString(),
    total,
    description: describeSearch(understood, understood.query, total, { language }, services.authorities),
    results: results.map((article) => ({ ...article, reasons: [...article.reasons] })),
  };
};
