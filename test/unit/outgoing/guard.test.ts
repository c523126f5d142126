import { createServer } from 'node:http';
import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mayCall } from '../../../platform/outgoing/addresses.ts';
import { createOutgoing } from '../../../platform/outgoing/post.ts';
import { findTargetFault } from '../../../platform/outgoing/target.ts';

describe('addresses', () => {
  test.each(['93.184.216.34', '2606:2800:220:1::1', '3fff:ffff::1', '8.8.8.8'])('%s is public', (address) => {
    expect(mayCall(address, [])).toBe(true);
  });

  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.0.1', '169.254.169.254', '172.16.0.1'],
    ...['192.168.0.1', '192.0.0.8', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1'],
    ...['240.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', 'ff02::1', '2001:db8::1'],
    ...['::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', 'no address'],
    // The old way to hold IPv4 in IPv6, and addresses that nobody was given.
    ...['::7f00:1', '::a9fe:a9fe', '4000::1', '100:0:0:1::1', '1fff:ffff::1'],
  ])('%s is not', (address) => {
    expect(mayCall(address, [])).toBe(false);
  });

  test('the operator may allow some', () => {
    expect(mayCall('10.1.2.3', ['10.1.0.0/16'])).toBe(true);
    expect(mayCall('::ffff:10.1.2.3', ['10.1.0.0/16'])).toBe(true);
    expect(mayCall('10.2.2.3', ['10.1.0.0/16', '::1'])).toBe(false);
  });

  test.each([
    'http://0x7f.1/',
    'http://2130706433/',
    'http://127.1:8080/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'https://user:word@hooks.example/',
    'ftp://hooks.example/',
    '//hooks.example/',
    'https://hooks.example:22/',
  ])('%s is refused before any look-up', (url) => {
    expect(findTargetFault(url, [])).not.toBeNull();
  });
});

describe('calls', () => {
  let answered = 0;
  const server = createServer((request, response) => {
    answered += 1;
    if (request.url === '/moved') response.writeHead(307, { location: '/' }).end();
    else if (request.url === '/endless') response.writeHead(200).write('x'.repeat(1_000_000));
    else response.writeHead(200, { 'retry-after': '7' }).end();
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const leadingTo =
    (...addresses: string[]): LookupFunction =>
    (_name, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );

  test('a name is checked where it leads when connecting, whatever it led to before', async () => {
    for (const addresses of [['127.0.0.1'], ['169.254.169.254'], ['93.184.216.34', '10.0.0.1'], ['::1']]) {
      const outgoing = createOutgoing([], leadingTo(...addresses));
      expect(await outgoing.post('http://hooks.example/', {}, '')).toEqual({
        kind: 'refused',
        reason: 'leads to an address that is not public',
      });
      await outgoing.close();
    }
    expect(answered).toBe(0);
  });

  test('redirects are told, not followed; answers without end are cut', async () => {
    const outgoing = createOutgoing(['127.0.0.1']);
    const to = (path: string) => outgoing.post(`http://127.0.0.1:${port}${path}`, {}, '{}');
    expect(await to('/')).toEqual({ kind: 'answered', status: 200, retryAfter: '7' });
    expect(await to('/moved')).toMatchObject({ kind: 'answered', status: 307 });
    expect(answered).toBe(2);
    expect((await to('/endless')).kind).not.toBe('refused');
    await outgoing.close();
    expect(answered).toBe(3);
  });

  test('what does not answer is no exception, and its reason holds no address', async () => {
    const outgoing = createOutgoing(['127.0.0.1']);
    expect(await outgoing.post('http://127.0.0.1:1/secret', {}, '')).toEqual({
      kind: 'failed',
      reason: 'ECONNREFUSED',
    });
    await outgoing.close();
  });
});
