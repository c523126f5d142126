import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { compile } from 'svelte/compiler';

/** Pages of other sites, each made with a framework, on an origin of their own. */
export interface Hosts {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const folder = join(import.meta.dirname, '..', 'browser', 'hosts');

const svelteFiles: Plugin = {
  name: 'svelte',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, 'utf8'), { generate: 'client', filename: path });
      return { contents: js.code, loader: 'js' };
    });
  },
};

const bundle = async (name: string): Promise<string> => {
  const built = await build({
    entryPoints: [join(folder, `${name}.mjs`)],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    conditions: ['browser', 'production'],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [svelteFiles],
  });
  return built.outputFiles[0]?.text ?? '';
};

const page = (name: string, scripts: readonly string[]): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"><body><div id="root"></div>${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('')}</body></html>`;

/** `/{name}?src=…` shows a host; with `late`, the script of the box comes behind the framework. */
export const serveHosts = async (names: readonly string[]): Promise<Hosts> => {
  const scripts = new Map(await Promise.all(names.map(async (name) => [name, await bundle(name)] as const)));
  const answer = (asked: URL): { readonly type: string; readonly body: string } | null => {
    const name = asked.pathname.slice(1).replace(/\.js$/, '');
    const script = scripts.get(name);
    if (script === undefined) return null;
    if (asked.pathname.endsWith('.js')) return { type: 'text/javascript', body: script };
    const order = [`${asked.searchParams.get('src')}/search-box.js`, `/${name}.js`];
    return { type: 'text/html', body: page(name, asked.searchParams.has('late') ? order.reverse() : order) };
  };
  const server = createServer((request, response) => {
    const found = answer(new URL(request.url ?? '/', 'http://any.example'));
    if (found) response.setHeader('content-type', found.type).end(found.body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const { port } = address;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
