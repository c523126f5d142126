import type { RequestHandler } from 'express';
import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { keysInForce } from '../../platform/alerts/keys-in-force.ts';
import { listMatches } from '../../platform/alerts/matches.ts';
import { redeliver } from '../../platform/alerts/put-off.ts';
import type { Gate } from '../access/caller.ts';
import { mostPages, readFeed } from '../alerts/feed.ts';
import { isAlertId, ownAlert, ownerOf, unknownAlert } from '../alerts/own.ts';
import { previewSearch } from '../alerts/preview.ts';
import { feedNameOf } from '../alerts/render.ts';
import { previewBodySchema, readBody, readSavedSearch, writtenQuery } from '../alerts/schema.ts';
import type { AlertServices } from '../alerts/services.ts';
import { readerLanguage } from '../messages/index.ts';
import { name, oneOf, single, wholeNumber } from '../params/kinds.ts';
import { searchSchema } from '../params/search.ts';
import { formats } from '../render/index.ts';
import { translatingErrors } from '../search/execute.ts';
import { originOf, parametersOf } from './read.ts';

const feedFormats = ['rss', 'atom', 'jsonfeed'] as const;
const page = single(wholeNumber(1, mostPages), { type: 'integer', minimum: 1, default: 1 }, 'From 1').default(
  1,
);

export const alertMatchesParams = z.object({
  page,
  'page-size': single(
    wholeNumber(1, 100),
    { type: 'integer', minimum: 1, maximum: 100, default: 50 },
    'Matches a page',
  ).default(50),
});

export const alertFeedParams = z.object({
  token: single(name(100), { type: 'string' }, 'As the alert shows it; stands for a key'),
  format: single(
    oneOf(feedFormats),
    { type: 'string', enum: [...feedFormats], default: 'atom' },
    'Default atom',
  ).default('atom'),
  page,
});

type AlertHandler = (services: AlertServices, gate: Gate) => RequestHandler<{ id: string }>;

/** What a search would have found last week, before it is saved. */
export const previewNew =
  (services: AlertServices, gate: Gate): RequestHandler =>
  async (request, response) => {
    await ownerOf(request, gate);
    const body = readBody(previewBodySchema, request.body);
    const language = readerLanguage(body['ui-lang'], request.get('accept-language'));
    response.json(await previewSearch(readSavedSearch(writtenQuery(body.query)), language, services));
  };

export const previewAlert: AlertHandler = (services, gate) => async (request, response) => {
  const { alert } = await ownAlert(request, gate, services);
  response.json(await previewSearch(readSavedSearch(alert.query), alert.value.language, services));
};

/** What an alert has found, why, and what became of each delivery. */
export const alertMatches: AlertHandler = (services, gate) => async (request, response) => {
  const { alert } = await ownAlert(request, gate, services);
  const { page: number, 'page-size': size } = parametersOf(request, alertMatchesParams);
  const found = await translatingErrors(() =>
    listMatches(services.elasticsearch, services.names.matches, alert.id, {
      from: (number - 1) * size,
      size,
    }),
  );
  response.json({
    results: found.map(({ id, match: { alert: _, why, ...match } }) => ({
      delivery: id,
      ...match,
      reasons: why.reasons,
    })),
    next:
      found.length === size && number < mostPages
        ? `/v1/alerts/${alert.id}/matches?page=${number + 1}&page-size=${size}`
        : null,
  });
};

/** Sends again what was given up, and at once: who asks for it knows that the receiver is back. */
export const redeliverAlert: AlertHandler = (services, gate) => async (request, response) => {
  const { alert, caller } = await ownAlert(request, gate, services);
  const { elasticsearch, names, clock, alerts } = services;
  const waiting = await translatingErrors(async () => {
    if (alert.value.webhook?.restsUntil) await alerts.noteRest(alert.id, null);
    return redeliver(elasticsearch, names.matches, alert.id, clock());
  });
  await services.audit({
    key: caller.key,
    address: request.ip,
    action: 'redeliver-alert',
    subject: alert.id,
  });
  response.status(202).json({ id: alert.id, waiting });
};

/** Feed readers send no keys: the address holds a token, and ends with the key that made the alert. */
export const alertFeed =
  (services: AlertServices): RequestHandler<{ id: string }> =>
  async (request, response) => {
    const { token, format, page: number } = parametersOf(request, alertFeedParams);
    const { id } = request.params;
    const { elasticsearch, names, signer, alerts, clock } = services;
    const alert = isAlertId(id) ? await translatingErrors(() => alerts.get(id)) : null;
    if (!alert || !(await signer.verify(feedNameOf(alert), token))) throw unknownAlert(id);
    const keys = await translatingErrors(() => keysInForce(elasticsearch, names.keys, [alert.key], clock()));
    if (!keys.has(alert.key))
      throw new NotFound('the key of this alert is not valid any more', { gone: true });
    const path = `/v1/alerts/${id}/feed?${new URLSearchParams({ token, format })}`;
    const result = await readFeed(alert, number, path, services);
    const params = { ...searchSchema.parse({}), format };
    response
      .set('Cache-Control', 'private, max-age=60')
      .type(formats[format].mediaType)
      .send(formats[format].render(result, { params, origin: originOf(request), now: clock() }));
  };
