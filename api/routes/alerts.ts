import type { Request } from 'express';
import { z } from 'zod';
import { AccessDenied } from '../../domain/errors.ts';
import { forgetMatches } from '../../platform/alerts/matches.ts';
import { applyChange } from '../alerts/change.ts';
import { ownAlert, ownerOf, unknownAlert } from '../alerts/own.ts';
import { renderAlert, secretOf } from '../alerts/render.ts';
import { saveAlert } from '../alerts/save.ts';
import {
  alertChangeSchema,
  alertListSchema,
  alertSchema,
  mostAlertBytes,
  newAlertSchema,
} from '../alerts/schema.ts';
import { alertServicesOf } from '../alerts/services.ts';
import { readerLanguage } from '../messages/index.ts';
import { flag, singleOr, wholeNumber } from '../params/kinds.ts';
import { translatingErrors } from '../search/execute.ts';
import { defineRoute } from './define-route.ts';
import { noParameters } from './route.ts';

const alertListParams = z.object({
  page: singleOr(wholeNumber(1, 100), 1, 'From 1'),
  'page-size': singleOr(wholeNumber(1, 100), 50, 'Alerts a page'),
  all: singleOr(flag, false, 'Alerts of all keys; needs an admin key'),
});

const createRoute = defineRoute({
  method: 'post',
  path: '/v1/alerts',
  id: 'createAlert',
  summary: 'Saves a search: new matches go to a feed, and to a webhook if one is given',
  query: noParameters,
  json: { schema: newAlertSchema, limit: mostAlertBytes },
  statuses: [201],
  answers: { 'application/json': alertSchema },
  scope: 'read',
  answer: (given, gate) => {
    const services = alertServicesOf(given);
    return async ({ request, response, body }) => {
      const { key } = await ownerOf(request, gate);
      const asked = body();
      const language = readerLanguage(asked['ui-lang'], request.get('accept-language'));
      const alert = await saveAlert(asked, { key, language }, services);
      await services.audit({ ...acting(request, key), action: 'create-alert', subject: alert.id });
      response
        .status(201)
        .location(`/v1/alerts/${alert.id}`)
        .json({ ...(await renderAlert(alert, services)), secret: await secretOf(alert, services) });
    };
  },
});

const listRoute = defineRoute({
  method: 'get',
  path: '/v1/alerts',
  id: 'alerts',
  summary: 'Saved searches of this key',
  query: alertListParams,
  answers: { 'application/json': alertListSchema },
  scope: 'read',
  answer: (given, gate) => {
    const services = alertServicesOf(given);
    const { alerts } = services;
    return async ({ request, response, query: { page, 'page-size': size, all } }) => {
      const caller = await ownerOf(request, gate);
      if (all && !caller.scopes.includes('admin')) throw new AccessDenied('admin', { known: true });
      const key = all ? null : caller.key;
      const [total, found] = await translatingErrors(() =>
        Promise.all([alerts.count(key), alerts.list(key, { from: (page - 1) * size, size })]),
      );
      response.json({
        total,
        results: await Promise.all(found.map((alert) => renderAlert(alert, services))),
      });
    };
  },
});

const readRoute = defineRoute({
  method: 'get',
  path: '/v1/alerts/{id}',
  id: 'alert',
  summary: 'One saved search',
  query: noParameters,
  answers: { 'application/json': alertSchema },
  scope: 'read',
  answer: (given, gate) => {
    const services = alertServicesOf(given);
    return async ({ request, response, parameter }) => {
      const { alert } = await ownAlert(request, parameter('id'), gate, services);
      response.json(await renderAlert(alert, services));
    };
  },
});

const changeRoute = defineRoute({
  method: 'patch',
  path: '/v1/alerts/{id}',
  id: 'changeAlert',
  summary: 'Renames or pauses a saved search, or gives it a new secret or new feed addresses',
  query: noParameters,
  json: { schema: alertChangeSchema, limit: mostAlertBytes },
  answers: { 'application/json': alertSchema },
  scope: 'read',
  answer: (given, gate) => {
    const services = alertServicesOf(given);
    return async ({ request, response, parameter, body }) => {
      const { alert, caller } = await ownAlert(request, parameter('id'), gate, services);
      const asked = body();
      const changed = await translatingErrors(() =>
        services.alerts.change(alert.id, (now) => applyChange(now, asked, services.clock())),
      );
      if (!changed) throw unknownAlert(alert.id);
      await services.audit({
        ...acting(request, caller.key),
        action: 'change-alert',
        subject: alert.id,
        detail: asked,
      });
      response.json({
        ...(await renderAlert(changed, services)),
        ...(asked.secret ? { secret: await secretOf(changed, services) } : {}),
      });
    };
  },
});

const removeRoute = defineRoute({
  method: 'delete',
  path: '/v1/alerts/{id}',
  id: 'deleteAlert',
  summary: 'Deletes a saved search and its matches',
  query: noParameters,
  statuses: [204],
  answers: {},
  scope: 'read',
  answer: (given, gate) => {
    const services = alertServicesOf(given);
    const { alerts, elasticsearch, names } = services;
    return async ({ request, response, parameter }) => {
      const { alert, caller } = await ownAlert(request, parameter('id'), gate, services);
      await translatingErrors(async () => {
        await alerts.remove(alert.id);
        await forgetMatches(elasticsearch, names.matches, alert.id);
      });
      await services.audit({ ...acting(request, caller.key), action: 'delete-alert', subject: alert.id });
      response.status(204).end();
    };
  },
});

/** Saved searches. Each belongs to the key that made it; admins have access to all. */
export const alertRoutes = [createRoute, listRoute, readRoute, changeRoute, removeRoute];

const acting = (request: Pick<Request, 'ip'>, key: string) => ({ key, address: request.ip });
