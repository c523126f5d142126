import type { Request } from 'express';
import { z } from 'zod';
import { NotFound, TooMany } from '../../domain/errors.ts';
import { linkTo } from '../../domain/public-address.ts';
import { indexNames } from '../../mappings/names.ts';
import type { Gate } from '../access/caller.ts';
import { fixedCosts } from '../access/cost.ts';
import { noteAudit } from '../access/note-audit.ts';
import { ownerOf } from '../alerts/own.ts';
import { readMembers } from '../collections/members.ts';
import {
  type CollectionBody,
  type CollectionRecord,
  collectionBodySchema,
  collectionListSchema,
  collectionSchema,
  type ListedRecord,
  type listedCollectionSchema,
  mostCollectionBytes,
} from '../collections/schema.ts';
import {
  type CollectionStore,
  createCollectionStore,
  MOST_COLLECTIONS,
  MOST_SHARED,
  newCollectionId,
} from '../collections/store.ts';
import type { NameFacetName } from '../facets/index.ts';
import { singleOr, wholeNumber } from '../params/kinds.ts';
import { labelOf } from '../search/authorities.ts';
import { collectionParts as parts } from '../search/collections-clause.ts';
import type { ApiServices } from '../services.ts';
import { defineRoute } from './define-route.ts';
import { oncePerService } from './once.ts';
import { readerOf } from './read.ts';
import { noParameters } from './route.ts';

const storeOf = oncePerService(({ elasticsearch, config }) =>
  createCollectionStore(elasticsearch, indexNames(config.prefix).collections),
);

const unknown = (id: string): NotFound => new NotFound(`no collection ${id.slice(0, 40)}`);

const render = (
  { id, name, shared, created, value }: CollectionRecord,
  language: string,
  { authorities, config }: ApiServices,
): z.infer<typeof collectionSchema> => {
  const labelled = (facet: NameFacetName, ids: readonly string[]) =>
    ids.map((one) => ({ id: one, label: labelOf(facet, one, language, authorities) }));
  return {
    id,
    name,
    shared,
    created,
    publishers: labelled(parts.publishers, value.publishers),
    agencies: labelled(parts.agencies, value.agencies),
    countries: labelled(parts.countries, value.countries),
    url: urlOf(id, config.api.publicUrl),
  };
};

const renderListed = (
  { id, name, shared, created, value: { counts } }: ListedRecord,
  origin: string,
): z.infer<typeof listedCollectionSchema> => ({
  id,
  name,
  shared,
  created,
  url: urlOf(id, origin),
  ...(counts ? { counts } : {}),
});

const urlOf = (id: string, origin: string): string => linkTo(`/v1/articles?collection=${id}`, origin);

const listParams = z.object({
  page: singleOr(wholeNumber(1, 100), 1, 'From 1'),
  'page-size': singleOr(wholeNumber(1, 100), 50, 'Collections a page'),
});

const costOfMembers = (): number => fixedCosts.collection;

const languageOf = (request: Request): string => readerOf(request, '/', undefined).language;

const createCollectionRoute = defineRoute({
  method: 'post',
  path: '/v1/collections',
  id: 'createCollection',
  summary: 'Creates a named list of publishers, agencies and countries, for the filter collection=',
  query: noParameters,
  json: { schema: collectionBodySchema, limit: mostCollectionBytes },
  statuses: [201],
  answers: { 'application/json': collectionSchema },
  scope: 'read',
  cost: costOfMembers,
  answer: (services, gate) => {
    const store = storeOf(services);
    return async ({ request, response, body }) => {
      const { key } = await ownerOf(request, gate);
      const asked = body();
      if ((await store.count(key)) >= MOST_COLLECTIONS)
        throw new TooMany(`a key has ${MOST_COLLECTIONS} collections at most`, 60);
      if (asked.shared) await refuseOverShared(key, store);
      const created = services.clock().toISOString();
      const made = await recordOf(asked, { id: newCollectionId(), key, created }, services);
      await store.put(made);
      await note(request, services, key, 'create-collection', made.id);
      response
        .status(201)
        .location(`/v1/collections/${made.id}`)
        .json(render(made, languageOf(request), services));
    };
  },
});

/** @throws {TooMany} if the key already has the most shared collections */
const refuseOverShared = async (key: string, store: CollectionStore): Promise<void> => {
  if ((await store.countShared(key)) >= MOST_SHARED)
    throw new TooMany(`a key has ${MOST_SHARED} shared collections at most`, 60);
};

const recordOf = async (
  asked: CollectionBody,
  own: Pick<CollectionRecord, 'id' | 'key' | 'created'>,
  { authorities }: ApiServices,
): Promise<CollectionRecord> => ({
  ...own,
  name: asked.name,
  shared: asked.shared,
  value: await readMembers(asked, authorities),
});

const listCollectionsRoute = defineRoute({
  method: 'get',
  path: '/v1/collections',
  id: 'collections',
  summary: 'Collections of the calling key, then shared ones, without their members',
  query: listParams,
  answers: { 'application/json': collectionListSchema },
  cost: () => fixedCosts.list,
  answer: (services) => {
    const store = storeOf(services);
    return async ({ response, caller, query: { page, 'page-size': size } }) => {
      const { key } = await caller();
      const { total, results } = await store.list(key, { from: (page - 1) * size, size });
      response
        .set('Cache-Control', 'private, no-store')
        .json({ total, results: results.map((one) => renderListed(one, services.config.api.publicUrl)) });
    };
  },
});

/** Readable by id, because ids cannot be guessed. */
const collectionRoute = defineRoute({
  method: 'get',
  path: '/v1/collections/{id}',
  id: 'collection',
  summary: 'One collection, with its members',
  query: noParameters,
  answers: { 'application/json': collectionSchema },
  cost: costOfMembers,
  answer: (services) => {
    const store = storeOf(services);
    return async ({ request, response, parameter }) => {
      const kept = await store.get(parameter('id'));
      if (!kept) throw unknown(parameter('id'));
      response.set('Cache-Control', 'private, no-store').json(render(kept, languageOf(request), services));
    };
  },
});

const replaceCollectionRoute = defineRoute({
  method: 'put',
  path: '/v1/collections/{id}',
  id: 'replaceCollection',
  summary: 'Replaces the members of a collection',
  query: noParameters,
  json: { schema: collectionBodySchema, limit: mostCollectionBytes },
  answers: { 'application/json': collectionSchema },
  scope: 'read',
  cost: costOfMembers,
  answer: (services, gate) => {
    const store = storeOf(services);
    return async ({ request, response, parameter, body }) => {
      const { kept, key } = await own(request, parameter('id'), gate, store);
      const asked = body();
      if (asked.shared && !kept.shared) await refuseOverShared(kept.key, store);
      const made = await recordOf(asked, kept, services);
      await store.put(made);
      await note(request, services, key, 'change-collection', made.id);
      response.json(render(made, languageOf(request), services));
    };
  },
});

const deleteCollectionRoute = defineRoute({
  method: 'delete',
  path: '/v1/collections/{id}',
  id: 'deleteCollection',
  summary: 'Deletes a collection; searches with it then find nothing',
  query: noParameters,
  statuses: [204],
  answers: {},
  scope: 'read',
  answer: (services, gate) => {
    const store = storeOf(services);
    return async ({ request, response, parameter }) => {
      const { kept, key } = await own(request, parameter('id'), gate, store);
      await store.remove(kept.id);
      await note(request, services, key, 'delete-collection', kept.id);
      response.status(204).end();
    };
  },
});

export const collectionRoutes = [
  createCollectionRoute,
  listCollectionsRoute,
  collectionRoute,
  replaceCollectionRoute,
  deleteCollectionRoute,
];

/** @throws {NotFound} also for another key's; admins have access to all */
const own = async (request: Request, id: string, gate: Gate, store: CollectionStore) => {
  const { key, scopes } = await ownerOf(request, gate);
  const kept = await store.get(id);
  if (!kept || (kept.key !== key && !scopes.includes('admin'))) throw unknown(id);
  return { kept, key };
};

const note = (
  request: Request,
  services: ApiServices,
  key: string,
  action: string,
  subject: string,
): Promise<void> => noteAudit(services, { key, action, subject, address: request.ip });
