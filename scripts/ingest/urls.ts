import type { Fetched, Fetcher } from '../../platform/outgoing/fetch-whole.ts';
import type { FileRecord } from './file-record.ts';
import { documentOf, kindOfType, kinds, mostBytesOf, type SourceKind } from './kinds.ts';
import { readContents } from './records.ts';
import type { Source } from './source.ts';

export const isUrl = (argument: string): boolean => /^https?:\/\//i.test(argument);

/**
 * An address to read once: a page, a feed, or a document of any other supported format. A page has the
 * id of its address, as in a web archive; entries of a feed have their own ids after the namespace.
 *
 * @param namespace  by default the host's name
 */
export const urlSource = (url: string, fetcher: Fetcher, namespace: string | undefined): Source => ({
  path: url,
  isRemote: true,
  bytes: 0,
  // The content may have changed, so an address is always read from its beginning.
  modifiedMs: Date.now(),
  read: () => readUrl(url, fetcher, namespace),
});

async function* readUrl(
  url: string,
  fetcher: Fetcher,
  namespace: string | undefined,
): AsyncGenerator<FileRecord> {
  const fetched = await fetcher.read(url);
  const kind = fetched.kind === 'fetched' ? kindOf(fetched) : null;
  if (fetched.kind === 'failed' || kind === null) {
    const detail =
      fetched.kind === 'failed' ? fetched.reason : `of a type not read here: ${fetched.contentType}`;
    yield { place: 1, bytes: 0, read: { kind: 'invalid', id: null, detail } };
    return;
  }
  const name = namespace ?? new URL(fetched.url).host;
  const { url: reached, charset, bytes } = fetched;
  const origin = { kind, namespace: name === '' ? '' : `${name}:`, url: reached, charset };
  yield* readContents(once(bytes), origin);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Unspecific types: the address's extension says more. */
const vague: readonly string[] = ['', 'text/plain', 'application/octet-stream'];

const kindOf = ({ contentType, url }: Extract<Fetched, { kind: 'fetched' }>): SourceKind | null => {
  if (!vague.includes(contentType)) return kindOfType(contentType);
  const ending = /\.(\w{2,6})$/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '';
  return kinds.get(ending) ?? (contentType === 'text/plain' ? documentOf(contentType) : null);
};

/** Longest content of a type, so that a download stops at the limit of reading. */
export const mostBytesOfType = (contentType: string): number =>
  mostBytesOf(kindOfType(contentType) ?? documentOf(contentType));
