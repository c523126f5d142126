import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fingerprintOf } from '../../chain/enrich/people/tagger/fingerprint.ts';
import { families } from './people-families.ts';

/**
 * Writes the current fingerprint into the models' headers without training them again. Only if templates were renamed
 * or word lists moved while every feature stayed the same: `npm run evaluate -- persons` must print identical
 * figures before and after.
 */
const folder = join(import.meta.dirname, '../../models');
const lineFeed = 10;

for (const { name } of families) {
  const path = join(folder, `people-${name}.bin`);
  const bytes = gunzipSync(readFileSync(path));
  const end = bytes.indexOf(lineFeed);
  const header: unknown = JSON.parse(bytes.subarray(0, end).toString('utf8'));
  const fingerprint = fingerprintOf(name, folder);
  const stamped = JSON.stringify(Object.assign({}, header, { fingerprint }));
  writeFileSync(
    path,
    gzipSync(Buffer.concat([Buffer.from(`${stamped}\n`), bytes.subarray(end + 1)]), { level: 9 }),
  );
  process.stderr.write(`people-${name}.bin: ${fingerprint}\n`);
}
