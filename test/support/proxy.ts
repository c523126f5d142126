import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../stack/ports.ts';
import type { Installed } from './programs.ts';
import { until } from './until.ts';

/** A real proxy with TLS before two addresses of the API. */
export interface TestProxy {
  readonly url: string;
  /** PEM of the authority that its certificate comes from. */
  readonly authority: string;
  readonly stop: () => Promise<void>;
}

export const proxies = ['Caddyfile', 'nginx.conf'] as const;
type ProxyName = (typeof proxies)[number];

/** The operators' configuration, with the ports and paths of the test. */
const configured = (name: ProxyName, api: readonly number[], port: number, folder: string): string => {
  const [first, second] = api;
  const own = readFileSync(join(import.meta.dirname, '../../deploy/systemd', name), 'utf8')
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${first}`)
    .replaceAll('127.0.0.1:8081', `127.0.0.1:${second}`);
  if (name === 'Caddyfile')
    return `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${own.replace(
      '{$DATELINE_SITE:"search.example"} {',
      `https://127.0.0.1:${port} {\n\ttls ${folder}/cert.pem ${folder}/key.pem`,
    )}`;
  const server = own
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('/etc/ssl/dateline/fullchain.pem', `${folder}/cert.pem`)
    .replace('/etc/ssl/dateline/key.pem', `${folder}/key.pem`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join('\n');
  return `daemon off;\npid ${folder}/nginx.pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${server}\n}\n`;
};

/** @param api  two ports; nothing needs to listen on the second */
export const startProxy = async (
  name: ProxyName,
  { path, libraries }: Installed,
  api: readonly [number, number],
): Promise<TestProxy> => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-proxy-'));
  const certificate = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=127.0.0.1',
  ];
  const files = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', 'key.pem', '-out', 'cert.pem'];
  execFileSync('openssl', [...certificate, ...files], { cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const configuration = join(folder, name);
  writeFileSync(configuration, configured(name, api, port, folder));
  mkdirSync(join(folder, 'logs'));
  const args =
    name === 'Caddyfile'
      ? ['run', '--adapter', 'caddyfile', '--config', configuration]
      : ['-p', folder, '-c', configuration, '-e', join(folder, 'error.log')];
  const env = { ...process.env, HOME: folder, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = `${said}${bytes}`.slice(-2000);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const authority = readFileSync(join(folder, 'cert.pem'), 'utf8');
  const url = `https://127.0.0.1:${port}`;
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${said}`);
    return (await ask(`${url}/health/live`, authority).catch(() => null))?.status === 200;
  }, 60_000);
  return {
    url,
    authority,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export interface Answered {
  readonly status: number;
  readonly body: string;
  /** Milliseconds until the first byte of the body. */
  readonly firstMs: number;
}

/** A request over TLS that trusts the proxy's own authority only. */
export const ask = async (
  url: string,
  authority: string,
  given: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<Answered> => {
  const { request } = await import('node:https');
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { ca: authority, method: given.method ?? 'GET', headers: given.headers ?? {}, timeout: 20_000 },
      (response) => {
        let body = '';
        let firstMs = 0;
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          if (firstMs === 0) firstMs = performance.now() - began;
          body += text;
        });
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body, firstMs }));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer within 20 s')));
    sent.on('error', reject);
    sent.end(given.body);
  });
};
