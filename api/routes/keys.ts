import { z } from 'zod';
import { InvalidParameters, NotFound } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import { type AuditRecord, writeAudit } from '../../platform/audit.ts';
import { createPurgeLog } from '../../platform/purge-log.ts';
import { rateClasses, type StoredKey, scopes } from '../access/key.ts';
import { createKeyStore } from '../access/key-store.ts';
import type { ApiServices } from '../services.ts';
import { defineRoute } from './define-route.ts';
import { noParameters } from './route.ts';

const bounds = (description: string) =>
  z.array(z.string().min(1).max(200)).max(50).default([]).meta({ description });

const newKeySchema = z
  .strictObject({
    name: z.string().min(1).max(200),
    scopes: z.array(z.enum(scopes)).min(1),
    origins: z.array(z.url().max(300)).max(50).default([]),
    namespaces: bounds('Prefixes of the ids that it may write; none: no restriction'),
    agencies: bounds('Ids of the agencies whose articles it may write; none: no restriction'),
    rate: z
      .enum(rateClasses)
      .default('standard')
      .meta({ description: 'Limits per minute: as for every key, ten times as high, or none' }),
    expires: z.iso.datetime().nullable().default(null),
  })
  .meta({ id: 'NewKey' });

const text = z.string();
const adminOnly = { scope: 'admin', basic: true } as const;

const storeOf = ({ elasticsearch, config }: ApiServices) => createKeyStore(elasticsearch, config.prefix);

const listRoute = defineRoute({
  method: 'get',
  path: '/admin/keys',
  id: 'keys',
  summary: 'Every key, without its secret',
  query: noParameters,
  answers: { 'application/json': z.strictObject({ results: z.array(z.looseObject({ id: text })) }) },
  ...adminOnly,
  answer: (services) => {
    const keys = storeOf(services);
    return async ({ response }) => response.json({ results: (await keys.list()).map(withoutHash) });
  },
});

const createRoute = defineRoute({
  method: 'post',
  path: '/admin/keys',
  id: 'createKey',
  summary: 'Creates a key; its secret is shown once',
  query: noParameters,
  json: { schema: newKeySchema, limit: '10kb' },
  statuses: [201],
  answers: { 'application/json': z.looseObject({ id: text, secret: text }) },
  ...adminOnly,
  answer: (services) => {
    const keys = storeOf(services);
    return async ({ request, response, body, caller }) => {
      const asked = body();
      if (asked.expires && Date.parse(asked.expires) <= services.clock().getTime())
        throw new InvalidParameters([{ parameter: 'expires', detail: 'has passed already' }]);
      const { key, secret } = await keys.create({ ...asked, now: services.clock() });
      await audit(services, { key: (await caller()).key, address: request.ip }, 'create-key', key.id);
      response.status(201).json({ ...withoutHash(key), secret });
    };
  },
});

const revokeRoute = defineRoute({
  method: 'delete',
  path: '/admin/keys/{id}',
  id: 'revokeKey',
  summary: 'Revokes a key',
  query: noParameters,
  statuses: [204],
  answers: {},
  ...adminOnly,
  answer: (services) => {
    const keys = storeOf(services);
    return async ({ request, response, parameter, caller }) => {
      const id = parameter('id');
      if (!(await keys.revoke(id, services.clock()))) throw new NotFound(`no key ${id.slice(0, 40)}`);
      await createPurgeLog(services.config.purgeLog).note({ revoked: id }, services.clock());
      await audit(services, { key: (await caller()).key, address: request.ip }, 'revoke-key', id);
      response.status(204).end();
    };
  },
});

/** Keys, for admins. */
export const keysRoutes = [listRoute, createRoute, revokeRoute];

const withoutHash = ({ hash: _, ...key }: StoredKey): Omit<StoredKey, 'hash'> => key;

const audit = (
  { elasticsearch, config, clock }: ApiServices,
  who: Pick<AuditRecord, 'key' | 'address'>,
  action: string,
  subject: string,
): Promise<void> =>
  writeAudit(elasticsearch, indexNames(config.prefix).audit, { ...who, action, subject }, clock());
