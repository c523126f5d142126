import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const folders = ['authorities', 'chain', 'worker', 'api', 'scripts', 'lab'];

// dependency-cruiser sees no difference between an import and one of types alone.
const runtimeImport = /^import (?!type\b)[^;]*? from '(\.[^']+)';$/gm;

const imports = folders.flatMap((folder) =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(runtimeImport)].map(([, to = '']) => ({
      from: path,
      to: normalize(join(dirname(path), to)),
    })),
  ),
);

const guarded = [
  {
    what: 'authorities/load.ts loads the authorities, with the table of persons and the edits',
    loaders:
      /^authorities\/(?:(?:agencies|places|publishers|people)\/index|people\/(?:edited|load-table))\.ts$/,
    // The commands that edit and build the table of persons, and the benchmark of the table itself.
    allowed: /^(?:authorities\/|scripts\/people\/|lab\/benchmark\/authority\/)/,
  },
  {
    what: 'chain/index.ts puts the chain together',
    loaders: /^chain\/(?:enrich\/(?:people\/index|link-people)|make-document|to-document)\.ts$/,
    allowed: /^chain\/(?:index|make-document)\.ts$/,
  },
  {
    what: 'worker/threads/chain-threads.ts opens threads that run the chain',
    loaders: /^worker\/threads\/pool\.ts$/,
    allowed: /^worker\/threads\/chain-threads\.ts$/,
  },
];

test.each(guarded)('only $what', ({ loaders, allowed }) => {
  const reached = imports.filter(({ to }) => loaders.test(to));
  expect(reached.some(({ from }) => allowed.test(from))).toBe(true);
  expect(reached.filter(({ from }) => !allowed.test(from))).toEqual([]);
});
