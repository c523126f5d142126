import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../stack/ports.ts';
import { documentOf } from '../support/documents.ts';
import { findProgram, type Installed } from '../support/programs.ts';
import { ask, proxies, startProxy, type TestProxy } from '../support/proxy.ts';
import { type SearchService, startSearchService } from '../support/search-service.ts';

const programs = {
  Caddyfile: { variable: 'TEST_CADDY', names: ['caddy'], debian: { name: 'caddy', path: 'usr/bin/caddy' } },
  'nginx.conf': {
    variable: 'TEST_NGINX',
    names: ['nginx'],
    debian: { name: 'nginx', path: 'usr/sbin/nginx' },
  },
} as const;
const isLong = Boolean(process.env.DATELINE_LONG_TESTS);

describe.each(proxies)('deploy/systemd/%s', (name) => {
  let found: Installed | string = 'only in the long form';
  let site: SearchService;
  let proxy: TestProxy;

  beforeAll(async () => {
    if (!isLong) return;
    found = await findProgram(programs[name]);
    if (typeof found === 'string') throw new Error(found);
    site = await startSearchService({ codes: ['en', 'und'], environment: { DATELINE_TRUSTED_PROXIES: '1' } });
    await site.index(
      Array.from({ length: 300 }, (_, n) =>
        documentOf({ id: `a${n}`, title: `Harbour ${n}`, body: 'Open.' }),
      ),
    );
    // Nothing listens on the second port: the proxy asks the other one.
    proxy = await startProxy(name, found, [Number(new URL(site.url).port), await freePort()]);
  }, 180_000);

  afterAll(async () => {
    await proxy?.stop();
    await site?.stop();
  });

  const long = isLong ? test : test.skip;

  long('answers come through, also while one process is down', async () => {
    for (let n = 0; n < 20; n += 1) {
      const { status, body } = await ask(`${proxy.url}/v1/articles?q=harbour`, proxy.authority);
      expect(status).toBe(200);
      expect(JSON.parse(body).total.count).toBe(300);
    }
  });

  long('metrics stay inside', async () => {
    expect((await ask(`${proxy.url}/metrics`, proxy.authority)).status).toBe(404);
  });

  long('a reader cannot choose the address that is recorded', async () => {
    const { status } = await ask(
      `${proxy.url}/v1/articles/${randomBytes(4).toString('hex')}`,
      proxy.authority,
      {
        method: 'PUT',
        headers: {
          authorization: 'Bearer nobodys-key-nobodys-key',
          'content-type': 'application/json',
          'x-forwarded-for': '203.0.113.7',
        },
        body: '{"title":"x"}',
      },
    );
    expect(status).toBe(401);
    await site.services.elasticsearch.indices.refresh({ index: `${site.services.config.prefix}-audit` });
    const { hits } = await site.services.elasticsearch.search<{ address: string }>({
      index: `${site.services.config.prefix}-audit`,
    });
    const addresses = hits.hits.map(({ _source }) => _source?.address ?? '');
    expect(addresses).not.toEqual([]);
    expect(addresses.join()).not.toContain('203.0.113');
  });

  long('an export comes whole', async () => {
    const { status, body } = await ask(`${proxy.url}/v1/export?q=harbour`, proxy.authority, {
      headers: { authorization: `Bearer ${site.key}` },
    });
    expect(status).toBe(200);
    expect(body.trim().split('\n').length).toBeGreaterThanOrEqual(300);
  });

  // nginx passes on no more of a request once its answer begins, so there an import comes in pieces of one batch.
  const together = name === 'nginx.conf' ? 400 : 2000;
  long('an import is passed on, longer than a proxy takes by itself', async () => {
    const lines = Array.from({ length: together }, (_, n) =>
      JSON.stringify({ id: `b${n}`, title: `Boat ${n}`, body: 'Sails. '.repeat(500) }),
    );
    const { status, body } = await ask(`${proxy.url}/v1/articles`, proxy.authority, {
      method: 'POST',
      headers: { authorization: `Bearer ${site.key}`, 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    });
    expect([200, 202]).toContain(status);
    expect(body.trim().split('\n').length).toBe(together);
  });
});
