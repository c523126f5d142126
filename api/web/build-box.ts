import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { letterClasses, scripts } from '../../languages/scripts.ts';
import { facetNames, nameFacetNames, valueFacetNames } from '../facets/names.ts';
import {
  closings,
  colons,
  equals,
  isSearchable,
  minuses,
  openings,
  quotes,
  stars,
} from '../query/characters.ts';
import { boxLanguages } from './box/languages.ts';

/** A script or style for serving. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly content: Buffer;
  /** The same with Brotli's best compression, which would take too long per request. */
  readonly packed: Buffer;
  /** For the `integrity` attribute. */
  readonly integrity: string;
  /** The first 12 hex digits of the content's SHA-256: a changed file has a changed name. */
  readonly version: string;
}

/** Bundles the search box: one file with all its styles and all languages, which loads nothing else. */
export const buildBox = (): Promise<Asset> => bundle('search-box', 'box/index.ts');

/** Bundles the small script of the results page. */
export const buildPageScript = (): Promise<Asset> => bundle('page', 'page-script/index.ts');

/**
 * Bundles the service worker that shows a page when offline.
 *
 * @param edition  of that page: browsers fetch the page again if the worker has changed by a byte
 */
export const buildServiceWorker = (edition: string): Promise<Asset> =>
  bundle('service-worker', 'service-worker/index.ts', `// ${edition}`);

const exported = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');

const scriptValues = {
  scripts: scripts.flatMap(({ letters, perWord }) => (perWord ? [{ letters, perWord }] : [])),
  letterClasses: { syllabic: letterClasses.syllabic },
};
const allQuotes = [...new Set([...quotes].flat().join(''))].join('');

const bundle = async (name: string, entry: string, ending = ''): Promise<Asset> => {
  const built = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome123', 'firefox124', 'safari17.5'],
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'styles-as-text',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.css$/ }, async ({ path }) => ({
            contents: await minifyStyle(path),
            loader: 'text',
          }));
        },
      },
      {
        name: 'values-instead-of-modules',
        setup: ({ onLoad }) => {
          onLoad({ filter: /[\\/]box[\\/]languages\.ts$/ }, () => ({
            contents: `export const boxLanguages = new Map(${JSON.stringify([...boxLanguages])});`,
          }));
          onLoad({ filter: /[\\/]facets[\\/]names\.ts$/ }, () => ({
            contents: exported({ nameFacetNames, valueFacetNames, facetNames }),
          }));
          // Only the parts of the tables of scripts and quotation marks that determine the length of a query.
          onLoad({ filter: /[\\/]languages[\\/]scripts\.ts$/ }, () => ({ contents: exported(scriptValues) }));
          onLoad({ filter: /[\\/]query[\\/]characters\.ts$/ }, () => ({
            contents: `export const quotes = new Map([[${JSON.stringify(allQuotes)}, '']]);
${exported({ openings, closings, minuses, stars, equals, colons })}
export const isSearchable = ${isSearchable.toString()};`,
          }));
        },
      },
    ],
  });
  const content = built.outputFiles[0]?.contents;
  if (!content) throw new Error(`esbuild gave no output for ${entry}`);
  const script = Buffer.concat([content, Buffer.from(ending)]);
  return describe(name, 'js', 'text/javascript; charset=utf-8', script);
};

/** Parts of the pages' style sheet; later rules override earlier ones. */
const pageStyles = [
  'base',
  'search',
  'timeline',
  'chart',
  'results',
  'alert',
  'filters',
  'notices',
  'article',
  'frame',
  'media',
  'versions',
] as const;

/** The style sheet of the pages. */
export const buildPageStyle = async (): Promise<Asset> => {
  const parts = await Promise.all(
    pageStyles.map((name) => minifyStyle(join(import.meta.dirname, 'style', `${name}.css`))),
  );
  return describe('page', 'css', 'text/css; charset=utf-8', Buffer.from(parts.join('')));
};

const minifyStyle = async (path: string): Promise<string> => {
  const { code } = await transform(await readFile(path, 'utf8'), {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    // light-dark() and logical properties are not transpiled: browsers without them are not supported.
    target: ['chrome123', 'firefox124', 'safari17.5'],
  });
  return code.trim();
};

const describe = (name: string, extension: string, type: string, content: Buffer): Asset => {
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return {
    path: `/${name}.${version}.${extension}`,
    type,
    content,
    packed: brotliCompressSync(content),
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    version,
  };
};
