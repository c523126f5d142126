import { InvalidParameters, InvalidQuery } from '../../domain/errors.ts';
import { linkTo } from '../../domain/public-address.ts';
import { type AlertRecord, secretNameOf } from '../../platform/alerts/records.ts';
import { printSecret } from '../../platform/alerts/webhook-signature.ts';
import { deriveSecret, readSigningSecret } from '../../platform/signing-secret.ts';
import { feedFormats } from '../render/index.ts';
import { describeAsked } from '../search/describe.ts';
import { translatingErrors } from '../search/execute.ts';
import { understand } from '../search/understand.ts';
import { type AlertAnswer, readSavedSearch } from './schema.ts';
import type { AlertServices } from './services.ts';

/** An alert as its owner sees it. */
export const renderAlert = async (alert: AlertRecord, services: AlertServices): Promise<AlertAnswer> => {
  const { id, name, key, created, active, looked, query, value } = alert;
  const absolute = (path: string): string => linkTo(path, services.config.api.publicUrl);
  const self = `/v1/alerts/${id}`;
  const token = await services.signer.sign(feedNameOf(alert));
  const feed = (format: string): string => absolute(`${self}/feed?${new URLSearchParams({ token, format })}`);
  return {
    id,
    name,
    key,
    created,
    active,
    looked,
    description: describeSaved(alert, services),
    query: Object.fromEntries(
      Object.entries(query).map(([parameter, values]) => [
        parameter,
        values.length === 1 ? (values[0] ?? '') : values,
      ]),
    ),
    webhook: value.webhook && { url: withoutSecrets(value.webhook.url) },
    feed: Object.fromEntries(feedFormats.map(({ name: format }) => [format, feed(format)])),
    links: {
      self: absolute(self),
      matches: absolute(`${self}/matches`),
      preview: absolute(`${self}/preview`),
      search: absolute(`/v1/articles?${searchOf(query)}`),
    },
  };
};

/** The signature of this text is the token of an alert's feed. */
export const feedNameOf = ({ id, value }: Pick<AlertRecord, 'id' | 'value'>): string =>
  `feed ${id}.${value.feed}`;

/** A saved search in words; the query itself if it can no longer be parsed (`keep-compiled.ts`). */
export const describeSaved = (
  { query, value }: Pick<AlertRecord, 'query' | 'value'>,
  { authorities }: AlertServices,
): string => {
  try {
    const understood = understand(readSavedSearch(query), authorities);
    return describeAsked(understood, understood.query, value.language, authorities);
  } catch (error) {
    if (!(error instanceof InvalidQuery || error instanceof InvalidParameters)) throw error;
    return Object.entries(query)
      .map(([name, values]) => (name === 'q' ? values.join(' ') : `${name}: ${values.join(', ')}`))
      .join(' · ');
  }
};

/** The parameters of the search for a URL. */
export const searchOf = (query: AlertRecord['query']): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
  );

/** Without the path, because receivers often put a secret into it. */
const withoutSecrets = (url: string): string => {
  const { origin, pathname, search } = new URL(url);
  return pathname === '/' && search === '' ? `${origin}/` : `${origin}/…`;
};

/** The secret that signs an alert's webhook calls; it is shown only once. */
export const secretOf = async (
  { id, value }: Pick<AlertRecord, 'id' | 'value'>,
  { elasticsearch, names }: AlertServices,
): Promise<string | undefined> => {
  if (!value.webhook) return undefined;
  const secret = await translatingErrors(() => readSigningSecret(elasticsearch, names.state));
  return printSecret(deriveSecret(secret, secretNameOf(id, value.webhook.generation)));
};
