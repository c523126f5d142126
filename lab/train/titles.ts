import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fitTitles, readTitleExamples } from './titles/fit.ts';

// node lab/train/titles.ts --data ../shared/data: makes models/titles.json, the same from the same pages.
const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } });

const examples = await readTitleExamples(values.data);
const weights = fitTitles(examples);
writeFileSync(join(import.meta.dirname, '../../models/titles.json'), `${JSON.stringify(weights, null, 2)}\n`);
process.stderr.write(`${Object.keys(weights).length} weights from ${examples.length} pages\n`);
