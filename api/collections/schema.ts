import { z } from 'zod';

export const mostCollectionBytes = '200kb';
const MOST_VALUES = 1000;

const names = z
  .array(z.string().trim().min(1).max(200))
  .max(MOST_VALUES)
  .default([])
  .meta({ description: 'Ids, or names as the filter of this name takes them' });

/** What a collection is made of: an article belongs to it that has any of the values. */
const members = { publishers: names, agencies: names, countries: names };

export const collectionBodySchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    shared: z
      .boolean()
      .default(false)
      .meta({ description: 'Listed to everybody; otherwise only to its key' }),
    ...members,
  })
  .refine(
    ({ publishers, agencies, countries }) => publishers.length + agencies.length + countries.length > 0,
    'names no publisher, agency or country',
  )
  .meta({ id: 'CollectionBody' });
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

export const collectionListSchema = z
  .strictObject({ results: z.array(collectionSchema) })
  .meta({ id: 'Collections' });

/** As stored; ids as articles carry them. */
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
  }),
});
export type CollectionRecord = z.infer<typeof collectionRecord>;
