import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const versions = z.record(z.string(), z.string()).default({});

test('every package that we name is named by one exact version', () => {
  const { dependencies, devDependencies } = z
    .object({ dependencies: versions, devDependencies: versions })
    .parse(read('package.json'));
  const named = Object.entries({ ...dependencies, ...devDependencies });
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

test('every package that is fetched has a checksum', () => {
  const { packages } = z
    .object({
      packages: z.record(
        z.string(),
        z.object({ integrity: z.string().optional(), inBundle: z.boolean().optional() }),
      ),
    })
    .parse(read('package-lock.json'));
  // The first one is this project; what is bundled comes within its parent's checksum.
  const fetched = Object.entries(packages).filter(([path, { inBundle }]) => path !== '' && !inBundle);
  expect(fetched.length).toBeGreaterThan(200);
  expect(fetched.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
});
