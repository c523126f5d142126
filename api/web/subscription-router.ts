import express, { type RequestHandler, Router } from 'express';
import { CrossSite, InvalidParameters, NotFound } from '../../domain/errors.ts';
import { frequencies } from '../../platform/subscriptions/record.ts';
import { isSameSite } from '../access/same-site.ts';
import { alertFilterNames } from '../alerts/query-schema.ts';
import { mostAlertBytes, readSavedSearch } from '../alerts/schema.ts';
import { localeOf } from '../messages/index.ts';
import { readQuery } from '../params/read.ts';
import { refuseOtherMethods } from '../routes/router.ts';
import type { ApiServices } from '../services.ts';
import { confirmRequest, findRequested, mayUnsubscribe, unsubscribe } from '../subscriptions/answer-links.ts';
import { compileFollowed } from '../subscriptions/compile.ts';
import { requestToFollow, sendsMail } from '../subscriptions/request.ts';
import { type SubscriptionServices, subscriptionServicesOf } from '../subscriptions/services.ts';
import type { Markup } from './markup.ts';
import { type PageContext, withLanguage } from './page.ts';
import {
  drawConfirmedPage,
  drawConfirmPage,
  drawFollowPage,
  drawLapsedPage,
  drawSentPage,
  drawUnsubscribedPage,
  drawUnsubscribePage,
} from './pages/subscription-pages.ts';

/** Answers with a page that no cache keeps. */
export type AnswerPrivately = (draw: PrivateDraw) => RequestHandler;
export type PrivateDraw = (
  context: PageContext,
  asked: {
    readonly id: string;
    /** Address of the caller. */
    readonly client: string;
    readonly status: (code: number) => void;
    /** Sends the reader to another page, so that reloading does not send a form twice. */
    readonly redirect: (url: string) => null;
  },
) => Promise<Markup | null> | Markup | null;

/** Pages about following by e-mail: the form, and what the links of messages lead to. */
export const subscriptionRouter = (given: ApiServices, answer: AnswerPrivately): Router => {
  const services = subscriptionServicesOf(given);
  const router = Router();
  const place = (path: string, get: PrivateDraw, post?: readonly RequestHandler[]): void => {
    const route = router.route(path);
    route.get(onlyWithMail(services), answer(get));
    if (post) route.post(onlyWithMail(services), ...post);
    route.all(refuseOtherMethods(post ? ['get', 'post'] : ['get']));
  };
  // Read as text: the body of the form has the form of a query.
  const form = express.text({ type: 'application/x-www-form-urlencoded', limit: mostAlertBytes });
  place('/subscriptions', drawForm(services), [
    onlyOwnForms,
    form,
    (request, response, next) => {
      const written = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
      return answer((context, asked) => follow(written, context, asked, services))(request, response, next);
    },
  ]);
  place('/subscriptions/sent', drawSentPage);
  place('/subscriptions/:id/confirm', drawRequested(services), [onlyOwnForms, answer(confirm(services))]);
  // Programs that read mail send this without a page before it, so from anywhere (RFC 8058).
  place('/subscriptions/:id/unsubscribe', drawEnd(services), [answer(end(services))]);
  return router;
};

const onlyWithMail =
  (services: SubscriptionServices): RequestHandler =>
  (_request, _response, next) =>
    next(sendsMail(services) ? undefined : new NotFound('this installation sends no e-mail'));

/** Another site must not make a reader's browser follow something. */
const onlyOwnForms: RequestHandler = (request, _response, next) =>
  next(isSameSite(request) ? undefined : new CrossSite());

const tokenOf = ({ query }: PageContext): string => query.get('token')?.slice(0, 100) ?? '';

/** Parameters that make up the search; pages have others. */
const searchIn = (query: URLSearchParams) =>
  [...query].filter(([name, value]) => alertFilterNames.includes(name) && value.trim() !== '');

const drawForm =
  (services: SubscriptionServices): PrivateDraw =>
  (context) =>
    drawFollowPage(nameOf(context, services), searchIn(context.query), context);

const nameOf = ({ query, language }: PageContext, { authorities }: SubscriptionServices): string => {
  const params = readSavedSearch(readQuery(new URLSearchParams(searchIn(query))));
  return compileFollowed(params, language, authorities).name;
};

const follow = async (
  written: URLSearchParams,
  asked: PageContext,
  { client, status, redirect }: Parameters<PrivateDraw>[1],
  services: SubscriptionServices,
) => {
  const address = written.get('address') ?? '';
  const frequency = frequencies.find((one) => one === written.get('frequency')) ?? 'daily';
  const search = searchIn(written);
  // Links of the page repeat its parameters: the address is none of them.
  const context = { ...asked, query: new URLSearchParams([...search, ['ui-lang', asked.language]]) };
  const { language } = context;
  const locale = localeOf(context.locale);
  const query = readQuery(new URLSearchParams(search));
  try {
    await requestToFollow({ address, query, frequency, language, locale }, client, services);
  } catch (error) {
    const isAddress = error instanceof InvalidParameters && error.problems[0]?.parameter === 'address';
    if (!isAddress) throw error;
    status(400);
    return drawFollowPage(nameOf(context, services), search, context, { address, frequency });
  }
  return redirect(withLanguage('/subscriptions/sent', context));
};

const lapsed = (context: PageContext, status: (code: number) => void) => {
  status(410);
  return drawLapsedPage(context);
};

const drawRequested =
  (services: SubscriptionServices): PrivateDraw =>
  async (context, { id, status }) => {
    const found = await findRequested(id, tokenOf(context), services);
    return found ? drawConfirmPage(found.name, context) : lapsed(context, status);
  };

const confirm =
  (services: SubscriptionServices): PrivateDraw =>
  async (context, { id, status }) => {
    const found = await confirmRequest(id, tokenOf(context), services);
    return found ? drawConfirmedPage(found.name, context) : lapsed(context, status);
  };

const drawEnd =
  (services: SubscriptionServices): PrivateDraw =>
  async (context, { id, status }) =>
    (await mayUnsubscribe(id, tokenOf(context), services))
      ? drawUnsubscribePage(context)
      : lapsed(context, status);

const end =
  (services: SubscriptionServices): PrivateDraw =>
  async (context, { id, status }) => {
    if (!(await mayUnsubscribe(id, tokenOf(context), services))) return lapsed(context, status);
    await unsubscribe(id, services);
    return drawUnsubscribedPage(context);
  };
