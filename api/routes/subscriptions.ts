import { fixedCosts } from '../access/cost.ts';
import { mostAlertBytes, writtenQuery } from '../alerts/schema.ts';
import { localeOf, readerLanguage, readerLocale } from '../messages/index.ts';
import { requestToFollow } from '../subscriptions/request.ts';
import { newSubscriptionSchema, subscriptionAnswerSchema } from '../subscriptions/schema.ts';
import { subscriptionServicesOf } from '../subscriptions/services.ts';
import { defineRoute } from './define-route.ts';
import { noParameters } from './route.ts';

/** Open to everybody, like the form on the pages: limited by network and mailbox, and nothing comes unconfirmed. */
export const subscriptionRoute = defineRoute({
  method: 'post',
  path: '/v1/subscriptions',
  id: 'requestSubscription',
  summary: 'Asks an e-mail address to confirm that it follows a search; nothing else is sent before',
  query: noParameters,
  cost: () => fixedCosts.written,
  json: { schema: newSubscriptionSchema, limit: mostAlertBytes },
  statuses: [202],
  answers: { 'application/json': subscriptionAnswerSchema },
  answer: (given) => {
    const services = subscriptionServicesOf(given);
    return async ({ request, response, body }) => {
      const { address, query, frequency, 'ui-lang': chosen } = body();
      const accepted = request.get('accept-language');
      const description = await requestToFollow(
        {
          address,
          query: writtenQuery(query),
          frequency,
          language: readerLanguage(chosen, accepted),
          locale: localeOf(readerLocale(chosen, accepted)),
        },
        request.ip ?? '',
        services,
      );
      response
        .status(202)
        .set('Cache-Control', 'private, no-store')
        .json({ confirmation: 'requested', description });
    };
  },
});
