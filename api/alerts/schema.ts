import { z } from 'zod';
import { InvalidParameters } from '../../domain/errors.ts';
import { matchStates, reasonSchema } from '../../platform/alerts/records.ts';
import { givenName } from '../params/given-name.ts';
import { parseParameters, type WrittenParameters } from '../params/read.ts';
import { type SearchParams, searchSchema } from '../params/search.ts';
import { articleSummarySchema } from '../search/result.ts';
import { alertFilterNames, alertQuery, filters, manners } from './query-schema.ts';

export const alertLanguage = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag such as ru')
  .optional()
  .meta({ description: 'Language of labels and of the description; else Accept-Language' });

/** Fields of a body that creates or changes an alert. */
export const mostAlertBytes = '20kb';

export const newAlertSchema = z
  .strictObject({
    name: givenName(),
    query: alertQuery,
    webhook: z
      .strictObject({
        url: z
          .string()
          .regex(/^https?:\/\/[^\s/?#@]+([/?#]\S*)?$/i, 'must be an http or https URL')
          .max(2000),
      })
      .nullable()
      .default(null)
      .meta({ description: 'Called for each match; without it the alert has only its feed' }),
    'ui-lang': alertLanguage,
  })
  .meta({ id: 'NewAlert' });

export const previewBodySchema = z
  .strictObject({ query: alertQuery, 'ui-lang': alertLanguage })
  .meta({ id: 'AlertPreviewOf' });

export const alertChangeSchema = z
  .strictObject({
    name: givenName().optional(),
    active: z
      .boolean()
      .optional()
      .meta({ description: 'false: paused; articles of that time are not reported later' }),
    secret: z
      .literal('new')
      .optional()
      .meta({ description: 'Creates a new secret; the old one becomes invalid at once' }),
    feed: z
      .literal('new')
      .optional()
      .meta({ description: 'Creates new feed addresses; the old ones become invalid at once' }),
  })
  .meta({ id: 'AlertChange' });

export const alertSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    key: z.string().meta({ description: 'The key that created it' }),
    created: z.string(),
    active: z.boolean(),
    looked: z.string().meta({ description: 'Everything visible to readers by then has been searched' }),
    description: z.string().meta({ description: 'What was understood' }),
    query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    webhook: z
      .strictObject({
        url: z.string().meta({ description: 'Scheme and host; the rest may be secret and is not shown' }),
      })
      .nullable(),
    feed: z
      .record(z.string(), z.string())
      .meta({ description: 'By format. Anyone who knows these addresses can read the feed' }),
    links: z.strictObject({ self: z.string(), matches: z.string(), preview: z.string(), search: z.string() }),
    secret: z.string().optional().meta({ description: 'Signs webhook calls; shown only here, once' }),
  })
  .meta({ id: 'Alert' });
export type AlertAnswer = z.infer<typeof alertSchema>;

export const alertListSchema = z
  .strictObject({ total: z.number().int(), results: z.array(alertSchema) })
  .meta({ id: 'Alerts' });

const foundSchema = articleSummarySchema
  .extend({ reasons: z.array(reasonSchema).meta({ description: 'Why it matched' }) })
  .meta({ id: 'FoundArticle' });

export const previewSchema = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    total: z.number().int(),
    description: z.string(),
    results: z.array(foundSchema).meta({ description: 'The newest twenty' }),
  })
  .meta({ id: 'AlertPreview' });

export const matchListSchema = z
  .strictObject({
    results: z.array(
      z.strictObject({
        delivery: z.string().meta({ description: 'webhook-id of every attempt to deliver it' }),
        article: z.string(),
        revision: z.number().int(),
        found: z.string(),
        reasons: z.array(reasonSchema),
        state: z.enum(matchStates),
        attempts: z.number().int(),
        due: z.string().nullable().meta({ description: 'Time of the next attempt' }),
        answer: z
          .strictObject({
            at: z.string(),
            status: z.number().int().nullable(),
            reason: z.string().nullable(),
          })
          .nullable()
          .meta({ description: 'Result of the last attempt' }),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'AlertMatches' });

/** Query parameters as given, each with a list of values; an empty list is as good as none. */
export const writtenQuery = (given: z.output<typeof alertQuery>): WrittenParameters =>
  Object.fromEntries(
    Object.entries(given)
      .map(([name, one]) => [name, typeof one === 'string' ? [one] : one] as const)
      .filter(([, values]) => values.length > 0),
  );

/**
 * The search of an alert, validated by the rules of `GET /v1/articles`.
 *
 * @throws {InvalidParameters} also for a search without any condition
 */
export const readSavedSearch = (written: WrittenParameters): SearchParams => {
  const asked = parseParameters(filters, written);
  const isWhole =
    !asked.q && alertFilterNames.every((name) => name === 'q' || manners.has(name) || !(name in written));
  if (isWhole)
    throw new InvalidParameters([
      { parameter: 'query', detail: 'needs q or a filter: it would match everything' },
    ]);
  return { ...searchSchema.parse({}), ...asked, facets: [] };
};
