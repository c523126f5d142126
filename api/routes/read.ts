import { hash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { chargeAnswer } from '../access/cost.ts';
import { preferredLanguages, readerLanguage, readerLocale } from '../messages/index.ts';
import { parseParameters, readQuery } from '../params/read.ts';
import type { Reader } from '../search/result.ts';
import type { ApiServices } from '../services.ts';

/** Validated parameters of a request's URL. */
export const parametersOf = <Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
): z.output<Schema> => parseParameters(schema, readQuery(queryOf(request)));

/** Express' own query parser drops and nests values; this one keeps all. */
export const queryOf = ({ originalUrl }: Pick<Request, 'originalUrl'>): URLSearchParams => {
  const at = originalUrl.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : originalUrl.slice(at + 1));
};

export const readerOf = (request: Request, path: string, uiLang: string | undefined): Reader => ({
  language: readerLanguage(uiLang, request.get('accept-language')),
  locale: readerLocale(uiLang, request.get('accept-language')),
  preferred: preferredLanguages(uiLang, request.get('accept-language')),
  path,
});

/** The service's public address, for links: as configured, never from a request; empty for relative links. */
export const originOf = ({ config }: Pick<ApiServices, 'config'>): string => config.api.publicUrl;

const PUBLIC = 'public, max-age=30, stale-if-error=600';

/** A cacheable answer; 304 if the reader has the same one already, ignoring `took`. */
export const sendCacheable = (
  request: Request,
  response: Response,
  mediaType: string,
  body: string,
): void => {
  chargeAnswer(response, body.length);
  const etag = `W/"${hash('sha1', withoutTook(body), 'base64url')}"`;
  response.set('Cache-Control', PUBLIC).set('ETag', etag).vary('Accept-Language');
  // RFC 9110: a condition applies regardless of the request's Cache-Control.
  if (isKnown(request.get('if-none-match'), etag)) {
    response.status(304).end();
    return;
  }
  response.type(mediaType).send(body);
};

const isKnown = (condition: string | undefined, etag: string): boolean =>
  condition
    ?.slice(0, 2000)
    .split(',')
    // RFC 9110: compared weakly.
    .some((tag) => tag.trim().replace(/^(W\/)?/, 'W/') === etag) ?? false;

/** Drop `took` before hashing: it differs between equal answers. */
const withoutTook = (body: string): string => {
  const at = body.lastIndexOf(',"took":');
  return at >= 0 && /^\d+\}$/.test(body.slice(at + 8)) ? body.slice(0, at) : body;
};

export const sendJson = (request: Request, response: Response, body: unknown): void =>
  sendCacheable(request, response, 'application/json', JSON.stringify(body));
