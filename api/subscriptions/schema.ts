import { z } from 'zod';
import { mostEmailAddress } from '../../domain/email-address.ts';
import { frequencies } from '../../platform/subscriptions/record.ts';
import { alertQuery } from '../alerts/query-schema.ts';
import { alertLanguage } from '../alerts/schema.ts';

export const newSubscriptionSchema = z
  .strictObject({
    address: z
      .string()
      .max(mostEmailAddress)
      .meta({ description: 'E-mail address of the reader', format: 'email' }),
    query: alertQuery,
    frequency: z
      .enum(frequencies)
      .default('daily')
      .meta({ description: 'How often new articles are sent, if there are any' }),
    'ui-lang': alertLanguage,
  })
  .meta({ id: 'NewSubscription' });

export const subscriptionAnswerSchema = z
  .strictObject({
    confirmation: z.literal('requested').meta({
      description: 'The same whether or not the address is known, and whether or not it has a limit left',
    }),
    description: z.string().meta({ description: 'What was understood' }),
  })
  .meta({ id: 'SubscriptionRequested' });
