import { z } from 'zod';
import { givenName } from '../params/given-name.ts';

export const mostCollectionBytes = '200kb';
const MOST_VALUES = 1000;

const names = z
  .array(givenName())
  .max(MOST_VALUES)
  .default([])
  .meta({ description: 'Ids, or names as in the filter with this name' });

/** The members of a collection; an article with any of the values belongs to it. */
const members = { publishers: names, agencies: names, countries: names };

export const collectionBodySchema = z
  .strictObject({
    name: givenName(),
    shared: z
      .boolean()
      .default(false)
      .meta({ description: 'Listed for all callers; otherwise only for its key' }),
    ...members,
  })
  .refine(
    ({ publishers, agencies, countries }) => publishers.length + agencies.length + countries.length > 0,
    'names no publisher, agency or country',
  )
  .meta({
    id: 'CollectionBody',
    override: {
      anyOf: Object.keys(members).map((kind) => ({
        required: [kind],
        properties: { [kind]: { minItems: 1 } },
      })),
    },
  });
export type CollectionBody = z.output<typeof collectionBodySchema>;

const labelled = z.strictObject({ id: z.string(), label: z.string() });

export const collectionSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    shared: z.boolean(),
    created: z.string(),
    publishers: z.array(labelled),
    agencies: z.array(labelled),
    countries: z.array(labelled),
    url: z.string().meta({ description: 'Its articles' }),
  })
  .meta({ id: 'Collection' });

/** How many members of each kind a collection has. */
const counts = z.strictObject({
  publishers: z.number().int(),
  agencies: z.number().int(),
  countries: z.number().int(),
});

/** Without the members: a collection may have thousands. */
export const listedCollectionSchema = collectionSchema
  .pick({ id: true, name: true, shared: true, created: true, url: true })
  .extend({
    counts: counts
      .optional()
      .meta({ description: 'Number of members of each kind; absent until it is saved again' }),
  })
  .meta({ id: 'ListedCollection' });

export const collectionListSchema = z
  .strictObject({ total: z.number().int(), results: z.array(listedCollectionSchema) })
  .meta({ id: 'Collections' });

/** As stored, with the ids that are in articles. */
export const collectionRecord = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  shared: z.boolean(),
  created: z.string(),
  value: z.object({
    publishers: z.array(z.string()),
    agencies: z.array(z.string()),
    countries: z.array(z.string()),
    /** For lists, which do not read the members. */
    counts: counts.optional(),
  }),
});
export type CollectionRecord = z.infer<typeof collectionRecord>;

/** A record without members, for lists. */
export const listedRecord = collectionRecord.extend({
  value: z.object({ counts: counts.optional() }).default({}),
});
export type ListedRecord = z.infer<typeof listedRecord>;
