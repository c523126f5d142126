import { z } from 'zod';
import { indexNames } from '../../mappings/names.ts';
import { auditEntry, readAudit } from '../../platform/read-audit.ts';
import { instant, name, single, singleOr, wholeNumber } from '../params/kinds.ts';
import { translatingErrors } from '../search/execute.ts';
import { defineRoute } from './define-route.ts';

const auditParams = z.object({
  key: single(name(100), 'Id of the key that acted').optional(),
  action: single(name(100), 'As written: create-key, purge, delete-alert …').optional(),
  subject: single(name(512), 'Id of an object of the action').optional(),
  since: single(instant, 'From this instant').optional(),
  until: single(instant, 'Up to this instant').optional(),
  page: singleOr(wholeNumber(1, 100), 1, 'From 1'),
  'page-size': singleOr(wholeNumber(1, 100), 50, 'Records a page'),
});

const auditSchema = z
  .strictObject({ total: z.number().int(), results: z.array(auditEntry) })
  .meta({ id: 'Audit' });

/** Who did what: for admins, by key or by HTTP Basic. */
export const auditRoute = defineRoute({
  method: 'get',
  path: '/admin/audit',
  id: 'audit',
  summary: 'The audit: writes, deletions, purges, keys, alerts; newest first',
  query: auditParams,
  answers: { 'application/json': auditSchema },
  scope: 'admin',
  basic: true,
  answer: ({ elasticsearch, config }) => {
    const index = indexNames(config.prefix).audit;
    return async ({ response, query: { page, 'page-size': size, since, until, ...terms } }) => {
      const found = await translatingErrors(() =>
        readAudit(elasticsearch, index, {
          ...terms,
          since: since?.toISOString(),
          until: until?.toISOString(),
          from: (page - 1) * size,
          size,
        }),
      );
      response.json(found);
    };
  },
});
