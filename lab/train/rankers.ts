import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sourceFeatures } from '../../chain/enrich/agencies/sources.ts';
import { Tally } from '../evaluate/tally.ts';
import { agencyPages, fitAgencies } from './rankers/agencies.ts';
import { fitFolds } from './rankers/fit.ts';

// node lab/train/rankers.ts --data ../shared/data: makes models/agencies.json, the same from the same pages, and
// prints the results of rankers that have not seen a page's host.
const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } });
const log = (line: string): void => void process.stderr.write(`${line}\n`);

const pages = await agencyPages(values.data, log);
const rankers = fitFolds(pages, sourceFeatures, 'agencies');
const tally = new Tally();
for (const { host, batch, gold, examples } of pages) {
  const found = examples.filter(({ features }) => rankers(host).score(features) > 0);
  const right = found.filter((example) => example.right).length;
  tally.add(batch, 'precision', right, found.length);
  tally.add(batch, 'recall', right, gold);
}
for (const { set, metric, value } of tally.rows('agencies')) log(`${set} ${metric} ${value.toFixed(3)}`);
const weights = fitAgencies(pages);
writeFileSync(
  join(import.meta.dirname, '../../models/agencies.json'),
  `${JSON.stringify(weights, null, 2)}\n`,
);
