import type { Request } from 'express';
import { AccessDenied, NotFound } from '../../domain/errors.ts';
import type { AlertRecord } from '../../platform/alerts/records.ts';
import type { Caller, Gate } from '../access/caller.ts';
import { translatingErrors } from '../search/execute.ts';
import type { AlertServices } from './services.ts';

export type Owner = Caller & { readonly key: string };

/**
 * Requires a key with the scope `read`. A public key, embedded in a site's pages, may read, but must not make us call
 * webhooks.
 *
 * @throws {AccessDenied}
 */
export const ownerOf = async (request: Request, gate: Gate): Promise<Owner> => {
  const caller = await gate.require(request, 'read');
  if (caller.key === null) throw new AccessDenied('read', { known: false });
  if (caller.isPublic) throw new AccessDenied('a key that is bound to no site', { known: true });
  return { ...caller, key: caller.key };
};

/**
 * One of the caller's alerts; admins have access to all.
 *
 * @throws {NotFound} also for another key's alert, so that its existence is not revealed
 */
export const ownAlert = async (
  request: Request,
  id: string,
  gate: Gate,
  { alerts }: AlertServices,
): Promise<{ readonly alert: AlertRecord; readonly caller: Owner }> => {
  const caller = await ownerOf(request, gate);
  const alert = isAlertId(id) ? await translatingErrors(() => alerts.get(id)) : null;
  if (!alert || (alert.key !== caller.key && !caller.scopes.includes('admin'))) throw unknownAlert(id);
  return { alert, caller };
};

export const isAlertId = (id: string): boolean => /^[0-9a-f]{24}$/.test(id);
export const unknownAlert = (id: string): NotFound => new NotFound(`no alert ${id.slice(0, 40)}`);
