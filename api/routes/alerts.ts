import express, { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { AccessDenied } from '../../domain/errors.ts';
import { forgetMatches } from '../../platform/alerts/matches.ts';
import type { Gate } from '../access/caller.ts';
import { applyChange } from '../alerts/change.ts';
import { ownAlert, ownerOf, unknownAlert } from '../alerts/own.ts';
import { renderAlert, secretOf } from '../alerts/render.ts';
import { saveAlert } from '../alerts/save.ts';
import { alertChangeSchema, newAlertSchema, readBody } from '../alerts/schema.ts';
import { type AlertServices, createAlertServices } from '../alerts/services.ts';
import { readerLanguage } from '../messages/index.ts';
import { flag, single, wholeNumber } from '../params/kinds.ts';
import { translatingErrors } from '../search/execute.ts';
import type { ApiServices } from '../services.ts';
import { alertFeed, alertMatches, previewAlert, previewNew, redeliverAlert } from './alert-results.ts';
import { originOf, parametersOf } from './read.ts';

export const alertListParams = z.object({
  page: single(wholeNumber(1, 1000), { type: 'integer', minimum: 1, default: 1 }, 'From 1').default(1),
  'page-size': single(
    wholeNumber(1, 100),
    { type: 'integer', minimum: 1, maximum: 100, default: 50 },
    'Alerts a page',
  ).default(50),
  all: single(flag, { type: 'boolean', default: false }, 'Those of every key; needs an admin key').default(
    false,
  ),
});

/** Saved searches, each of the key that made it; admins reach all. */
export const alertsRouter = (given: ApiServices, gate: Gate): Router => {
  const services = createAlertServices(given);
  const json = express.json({ limit: '20kb' });
  return Router()
    .use('/v1/alerts', keepPrivate)
    .post('/v1/alerts', json, create(services, gate))
    .get('/v1/alerts', list(services, gate))
    .post('/v1/alerts/preview', json, previewNew(services, gate))
    .get('/v1/alerts/:id', read(services, gate))
    .patch('/v1/alerts/:id', json, change(services, gate))
    .delete('/v1/alerts/:id', remove(services, gate))
    .get('/v1/alerts/:id/preview', previewAlert(services, gate))
    .get('/v1/alerts/:id/matches', alertMatches(services, gate))
    .post('/v1/alerts/:id/redeliver', redeliverAlert(services, gate))
    .get('/v1/alerts/:id/feed', alertFeed(services));
};

const keepPrivate: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-store');
  next();
};

type Handler = (services: AlertServices, gate: Gate) => RequestHandler;
type AlertHandler = (services: AlertServices, gate: Gate) => RequestHandler<{ id: string }>;

const create: Handler = (services, gate) => async (request, response) => {
  const { key } = await ownerOf(request, gate);
  const body = readBody(newAlertSchema, request.body);
  const language = readerLanguage(body['ui-lang'], request.get('accept-language'));
  const alert = await saveAlert(body, { key, language, origin: originOf(request) }, services);
  await services.audit({ ...acting(request, key), action: 'create-alert', subject: alert.id });
  response
    .status(201)
    .location(`/v1/alerts/${alert.id}`)
    .json({ ...(await renderAlert(alert, services)), secret: await secretOf(alert, services) });
};

const list: Handler = (services, gate) => async (request, response) => {
  const caller = await ownerOf(request, gate);
  const { page, 'page-size': size, all } = parametersOf(request, alertListParams);
  if (all && !caller.scopes.includes('admin')) throw new AccessDenied('admin', { known: true });
  const key = all ? null : caller.key;
  const { alerts } = services;
  const [total, found] = await translatingErrors(() =>
    Promise.all([alerts.count(key), alerts.list(key, { from: (page - 1) * size, size })]),
  );
  response.json({ total, results: await Promise.all(found.map((alert) => renderAlert(alert, services))) });
};

const read: AlertHandler = (services, gate) => async (request, response) => {
  const { alert } = await ownAlert(request, gate, services);
  response.json(await renderAlert(alert, services));
};

const change: AlertHandler = (services, gate) => async (request, response) => {
  const { alert, caller } = await ownAlert(request, gate, services);
  const asked = readBody(alertChangeSchema, request.body);
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

const remove: AlertHandler = (services, gate) => async (request, response) => {
  const { alert, caller } = await ownAlert(request, gate, services);
  const { alerts, elasticsearch, names } = services;
  await translatingErrors(async () => {
    await alerts.remove(alert.id);
    await forgetMatches(elasticsearch, names.matches, alert.id);
  });
  await services.audit({ ...acting(request, caller.key), action: 'delete-alert', subject: alert.id });
  response.status(204).end();
};

const acting = (request: Pick<Request, 'ip'>, key: string) => ({ key, address: request.ip });
