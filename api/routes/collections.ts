import type { Request } from 'express';
import type { z } from 'zod';
import { NotFound, TooMany } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import type { Gate } from '../access/caller.ts';
import { noteAudit } from '../access/note-audit.ts';
import { ownerOf } from '../alerts/own.ts';
import { readMembers } from '../collections/members.ts';
import {
  type CollectionBody,
  type CollectionRecord,
  collectionBodySchema,
  collectionListSchema,
  collectionSchema,
  mostCollectionBytes,
} from '../collections/schema.ts';
import {
  type CollectionStore,
  createCollectionStore,
  MOST_COLLECTIONS,
  newCollectionId,
} from '../collections/store.ts';
import type { NameFacetName } from '../facets/index.ts';
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
  { authorities }: ApiServices,
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
    url: `/v1/articles?collection=${id}`,
  };
};

const languageOf = (request: Request): string => readerOf(request, '/', undefined).language;

const createCollectionRoute = defineRoute({
  method: 'post',
  path: '/v1/collections',
  id: 'createCollection',
  summary: 'Names a list of publishers, agencies and countries, to be searched by collection=',
  query: noParameters,
  json: { schema: collectionBodySchema, limit: mostCollectionBytes },
  statuses: [201],
  answers: { 'application/json': collectionSchema },
  scope: 'read',
  answer: (services, gate) => {
    const store = storeOf(services);
    return async ({ request, response, body }) => {
      const { key } = await ownerOf(request, gate);
      const asked = body();
      if ((await store.count(key)) >= MOST_COLLECTIONS)
        throw new TooMany(`a key has ${MOST_COLLECTIONS} collections at most`, 60);
      const created = services.clock().toISOString();
      const made = recordOf(asked, { id: newCollectionId(), key, created }, services);
      await store.put(made);
      await note(request, services, key, 'create-collection', made.id);
      response
        .status(201)
        .location(`/v1/collections/${made.id}`)
        .json(render(made, languageOf(request), services));
    };
  },
});

const recordOf = (
  asked: CollectionBody,
  own: Pick<CollectionRecord, 'id' | 'key' | 'created'>,
  { authorities }: ApiServices,
): CollectionRecord => ({
  ...own,
  name: asked.name,
  shared: asked.shared,
  value: readMembers(asked, authorities),
});

const listCollectionsRoute = defineRoute({
  method: 'get',
  path: '/v1/collections',
  id: 'collections',
  summary: 'Shared collections, and those of the key that asks',
  query: noParameters,
  answers: { 'application/json': collectionListSchema },
  answer: (services) => {
    const store = storeOf(services);
    return async ({ request, response, caller }) => {
      const { key } = await caller();
      const language = languageOf(request);
      const results = (await store.list(key)).map((one) => render(one, language, services));
      response.set('Cache-Control', 'private, no-store').json({ results });
    };
  },
});

/** Whoever has the id may read it: it cannot be guessed. */
const collectionRoute = defineRoute({
  method: 'get',
  path: '/v1/collections/{id}',
  id: 'collection',
  summary: 'One collection',
  query: noParameters,
  answers: { 'application/json': collectionSchema },
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
  summary: 'Replaces what a collection consists of',
  query: noParameters,
  json: { schema: collectionBodySchema, limit: mostCollectionBytes },
  answers: { 'application/json': collectionSchema },
  scope: 'read',
  answer: (services, gate) => {
    const store = storeOf(services);
    return async ({ request, response, parameter, body }) => {
      const { kept, key } = await own(request, parameter('id'), gate, store);
      const made = recordOf(body(), kept, services);
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
  summary: 'Deletes a collection; a search by it finds nothing any more',
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

/** @throws {NotFound} also for another key's; admins reach all */
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
