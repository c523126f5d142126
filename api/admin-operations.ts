import { z } from 'zod';
import type { Operation } from './openapi.ts';
import { newKeySchema } from './routes/admin.ts';
import { auditParams, auditSchema } from './routes/audit.ts';

const id = z.object({ id: z.string() });
const text = z.string();

/** Keys and the audit. */
export const adminOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/admin/keys',
    id: 'createKey',
    summary: 'Makes a key; its secret is shown once',
    bodies: { 'application/json': newKeySchema },
    statuses: [201],
    answers: { 'application/json': z.looseObject({ id: text, secret: text }) },
    scope: 'admin',
  },
  {
    method: 'get',
    path: '/admin/keys',
    id: 'keys',
    summary: 'Every key, without its secret',
    answers: { 'application/json': z.strictObject({ results: z.array(z.looseObject({ id: text })) }) },
    scope: 'admin',
  },
  {
    method: 'get',
    path: '/admin/audit',
    id: 'audit',
    summary: 'Who did what: writes, deletions, purges, keys, alerts; the newest first',
    query: auditParams,
    answers: { 'application/json': auditSchema },
    scope: 'admin',
  },
  {
    method: 'delete',
    path: '/admin/keys/{id}',
    id: 'revokeKey',
    summary: 'Revokes a key',
    pathParams: id,
    statuses: [204],
    answers: {},
    scope: 'admin',
  },
];
