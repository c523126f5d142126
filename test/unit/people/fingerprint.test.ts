import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fingerprintOf, StaleModel } from '../../../chain/enrich/people/tagger/fingerprint.ts';
import { loadModel } from '../../../chain/enrich/people/tagger/model.ts';
import { templateNames } from '../../../chain/enrich/people/tagger/templates.ts';

const models = join(import.meta.dirname, '../../../models');
const families = ['latin', 'cyrillic', 'arabic', 'chinese', 'japanese', 'korean'];

let aside = '';
beforeAll(() => {
  aside = mkdtempSync(join(tmpdir(), 'dateline-models-'));
});
afterAll(() => rmSync(aside, { recursive: true, force: true }));

describe('the fingerprint in a model', () => {
  test.each(families)('%s: the shipped model is bound to these features', (family) => {
    expect(loadModel(family).fingerprint).toBe(fingerprintOf(family, models));
  });

  test('a model of other features is refused, with the command that trains it again', () => {
    const text = gunzipSync(readFileSync(join(models, 'people-arabic.bin')));
    const end = text.indexOf(10);
    const header = text.subarray(0, end).toString('utf8').replace(fingerprintOf('arabic', models), 'of old');
    const packed = gzipSync(Buffer.concat([Buffer.from(header), text.subarray(end)]));
    writeFileSync(join(aside, 'people-arabic.bin'), packed);
    expect(() => loadModel('arabic', aside)).toThrow(StaleModel);
    expect(() => loadModel('arabic', aside)).toThrow(
      /lab\/train\/people\.ts --data \S+ --labels LABELS arabic/,
    );
  });

  test('differs between families, and with the packed lists', () => {
    expect(new Set(families.map((family) => fingerprintOf(family, models))).size).toBe(families.length);
    expect(fingerprintOf('latin', aside)).not.toBe(fingerprintOf('latin', models));
  });

  test('no template stands twice', () => {
    for (const names of [templateNames.words, templateNames.characters])
      expect(names.length).toBeGreaterThan(50);
    expect(new Set(templateNames.words).size).toBe(templateNames.words.length);
  });
});
