import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packExtractor } from '../../chain/clean/model/extractor.ts';
import { readTrainingPages, trainExtractor } from './extraction/train.ts';

// node lab/train/extraction.ts --data ../shared/data: makes models/extraction.bin, the same from the same pages.
const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } });

const pages = await readTrainingPages(values.data);
process.stderr.write(`${pages.length} pages\n`);

const bytes = packExtractor(trainExtractor(pages));
writeFileSync(join(import.meta.dirname, '../../models/extraction.bin'), bytes);
process.stderr.write(`${bytes.length} bytes\n`);
