import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { buildAssets } from '../../../api/web/assets.ts';
import { buildBox } from '../../../api/web/build-box.ts';
import { drawDemoList } from '../../../api/web/demo/pages.ts';
import { print } from '../../../api/web/markup.ts';

test('the search box is 8 kB or less over the wire, styles and all languages included', async () => {
  const { content, packed } = await buildBox();
  expect(packed.length).toBeLessThan(gzipSync(content, { level: 9 }).length);
  expect(gzipSync(content, { level: 9 }).length).toBeLessThanOrEqual(8 * 1024);
  for (const search of [
    'Search',
    '搜索',
    'Найти',
    'Buscar',
    'Rechercher',
    'بحث',
    'Suchen',
    'Pesquisar',
    '検索',
    '검색',
  ]) {
    expect(content.toString()).toContain(search);
  }
});

test('the search box loads nothing else, evaluates nothing and touches no cookie', async () => {
  const script = (await buildBox()).content.toString();
  expect(script).not.toMatch(
    /\bimport\s*\(|\beval\b|new Function|document\.cookie|localStorage|innerHTML|sendBeacon/,
  );
});

test('its name changes with its content, and the hash is that of its bytes', async () => {
  const [one, two] = await Promise.all([buildBox(), buildBox()]);
  expect(one.path).toBe(two.path);
  expect(one.path).toMatch(/^\/search-box\.[0-9a-f]{12}\.js$/);
  expect(one.integrity).toMatch(/^sha384-[A-Za-z0-9+/]{64}$/);
});

test('/demo prints the version that is built, and its hash', async () => {
  const assets = await buildAssets();
  const { path, integrity } = await buildBox();
  const page = (await print(drawDemoList(assets, 'https://search.example'))).replaceAll('&quot;', '"');
  expect(page).toContain(`https://search.example${path}"\n  integrity="${integrity}"`);
});
