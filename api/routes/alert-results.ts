import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { linkTo } from '../../domain/public-address.ts';
import { keysInForce } from '../../platform/alerts/keys-in-force.ts';
import { listMatches } from '../../platform/alerts/matches.ts';
import { redeliver } from '../../platform/alerts/put-off.ts';
import { fixedCosts } from '../access/cost.ts';
import { mostPages, readFeed } from '../alerts/feed.ts';
import { isAlertId, ownAlert, ownerOf, unknownAlert } from '../alerts/own.ts';
import { previewSearch } from '../alerts/preview.ts';
import { feedNameOf } from '../alerts/render.ts';
import {
  matchListSchema,
  mostAlertBytes,
  previewBodySchema,
  previewSchema,
  readSavedSearch,
  writtenQuery,
} from '../alerts/schema.ts';
import { alertServicesOf } from '../alerts/services.ts';
import { readerLanguage } from '../messages/index.ts';
import { name, oneOf, single, singleOr, wholeNumber } from '../params/kinds.ts';
import { mediaTypeOf } from '../render/format.ts';
import { feedFormats, formatNamed } from '../render/index.ts';
import { translatingErrors } from '../search/execute.ts';
import { defineRoute } from './define-route.ts';
import { originOf } from './read.ts';
import { noParameters } from './route.ts';

const feedNames = feedFormats.map(({ name: feed }) => feed);
const page = singleOr(wholeNumber(1, mostPages), 1, 'From 1');

const alertMatchesParams = z.object({
  page,
  'page-size': singleOr(wholeNumber(1, 100), 50, 'Matches a page'),
});

const alertFeedParams = z.object({
  token: single(name(100), 'As shown by the alert; replaces a key'),
  format: singleOr(oneOf(feedNames), 'atom', 'Default atom'),
  page,
});

const previewNewRoute = defineRoute({
  method: 'post',
  path: '/v1/alerts/preview',
  id: 'previewSearch',
  summary: 'Previews the matches of a search in the last week, before it is saved',
  query: noParameters,
  json: { schema: previewBodySchema, limit: mostAlertBytes },
  cost: () => fixedCosts.written,
  answers: { 'application/json': previewSchema },
  scope: 'read',
  answer: (given, gate) => {
    const services = alertServicesOf(given);
    return async ({ request, response, body }) => {
      await ownerOf(request, gate);
      const asked = body();
      const language = readerLanguage(asked['ui-lang'], request.get('accept-language'));
      response.json(await previewSearch(readSavedSearch(writtenQuery(asked.query)), language, services));
    };
  },
});

const previewRoute = defineRoute({
  method: 'get',
  path: '/v1/alerts/{id}/preview',
  id: 'previewAlert',
  summary: 'Previews its matches in the last week',
  query: noParameters,
  cost: () => fixedCosts.written,
  answers: { 'application/json': previewSchema },
  scope: 'read',
  answer: (given, gate) => {
    const services = alertServicesOf(given);
    return async ({ request, response, parameter }) => {
      const { alert } = await ownAlert(request, parameter('id'), gate, services);
      response.json(await previewSearch(readSavedSearch(alert.query), alert.value.language, services));
    };
  },
});

const matchesRoute = defineRoute({
  method: 'get',
  path: '/v1/alerts/{id}/matches',
  id: 'alertMatches',
  summary: 'Its matches, the reasons, and the state of each delivery',
  query: alertMatchesParams,
  answers: { 'application/json': matchListSchema },
  scope: 'read',
  answer: (given, gate) => {
    const services = alertServicesOf(given);
    return async ({ request, response, parameter, query: { page: number, 'page-size': size } }) => {
      const { alert } = await ownAlert(request, parameter('id'), gate, services);
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
            ? linkTo(
                `/v1/alerts/${alert.id}/matches?page=${number + 1}&page-size=${size}`,
                originOf(services),
              )
            : null,
      });
    };
  },
});

/** Immediately retries abandoned deliveries: the caller knows that the receiver works again. */
const redeliverRoute = defineRoute({
  method: 'post',
  path: '/v1/alerts/{id}/redeliver',
  id: 'redeliverAlert',
  summary: 'Repeats abandoned deliveries, and sends waiting ones at once',
  query: noParameters,
  statuses: [202],
  answers: { 'application/json': z.strictObject({ id: z.string(), waiting: z.number().int() }) },
  scope: 'read',
  answer: (given, gate) => {
    const services = alertServicesOf(given);
    const { elasticsearch, names, clock, alerts } = services;
    return async ({ request, response, parameter }) => {
      const { alert, caller } = await ownAlert(request, parameter('id'), gate, services);
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
  },
});

/** Feed readers send no keys, so the address contains a token, valid as long as the key that made the alert. */
const feedRoute = defineRoute({
  method: 'get',
  path: '/v1/alerts/{id}/feed',
  id: 'alertFeed',
  summary: 'Its matches as a feed; the token in the address replaces a key',
  query: alertFeedParams,
  answers: Object.fromEntries(feedFormats.map((format) => [mediaTypeOf(format), format.schema])),
  answer: (given) => {
    const services = alertServicesOf(given);
    const { elasticsearch, names, signer, alerts, clock } = services;
    return async ({ response, parameter, query: { token, format: name, page: number } }) => {
      const id = parameter('id');
      response.set('Cache-Control', 'private, no-store');
      const alert = isAlertId(id) ? await translatingErrors(() => alerts.get(id)) : null;
      if (!alert || !(await signer.verify(feedNameOf(alert), token))) throw unknownAlert(id);
      const keys = await translatingErrors(() =>
        keysInForce(elasticsearch, names.keys, [alert.key], clock()),
      );
      if (!keys.has(alert.key))
        throw new NotFound('the key of this alert is not valid any more', { gone: true });
      const path = `/v1/alerts/${id}/feed?${new URLSearchParams({ token, format: name })}`;
      const result = await readFeed(alert, number, path, services);
      const format = formatNamed(name);
      response
        .set('Cache-Control', 'private, max-age=60')
        .type(format.mediaType)
        .send(format.render(result, { origin: originOf(services), now: clock() }));
    };
  },
});

/** Results of saved searches: previews, matches, deliveries, feeds. */
export const alertResultRoutes = [previewNewRoute, previewRoute, matchesRoute, redeliverRoute, feedRoute];
