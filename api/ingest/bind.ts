import type { AgencyAuthority } from '../../authorities/agencies/index.ts';
import { type Bound, bearsNamespace, describeBound, isUnbound, isWithin } from '../../domain/bound.ts';
import type { Submission } from '../../domain/submission.ts';
import { readHeads } from '../../platform/articles/stored.ts';
import type { Caller } from '../access/caller.ts';
import { OutOfBound } from './errors.ts';
import type { IngestServices } from './services.ts';

/**
 * A submission under the bound of the key that sends it; whether the stored article is within it is judged when it is
 * written.
 *
 * @throws {OutOfBound} for an id or an agency that the key is not for
 */
export const bindSubmission = (
  submission: Submission,
  { bound }: Pick<Caller, 'bound'>,
  agencies: AgencyAuthority,
): Submission => {
  if (isUnbound(bound)) return submission;
  if (!bearsNamespace(bound, submission.id)) throw new OutOfBound(bound, `id ${submission.id.slice(0, 100)}`);
  if (bound.agencies.length === 0) return { ...submission, bound };
  const given = (submission.input?.given.agency ?? []).map((name) => idOf(name, agencies));
  const foreign = given.find((id) => !bound.agencies.includes(id));
  if (foreign !== undefined) throw new OutOfBound(bound, `agency ${foreign.slice(0, 100)}`);
  return { ...submission, bound, owner: given.length > 0 ? [...new Set(given)] : bound.agencies };
};

/** Goes before ids that are made for articles that come without: of one namespace, there is no doubt which. */
export const namespaceOf = ({ namespaces }: Bound): string =>
  namespaces.length === 1 ? (namespaces[0] ?? '') : '';

/**
 * Whether a key has to do with an id at all, before anything of the request is read.
 *
 * @throws {OutOfBound}
 */
export const requireOwn = async (
  id: string,
  { bound }: Pick<Caller, 'bound'>,
  ingest: Pick<IngestServices, 'client' | 'names'>,
): Promise<void> => {
  if (isUnbound(bound)) return;
  const head = bound.agencies.length > 0 ? (await readHeads(ingest, [{ id }])).get(id)?.head : undefined;
  const isOwn = head ? isWithin(bound, { id, owner: head.owner }) : bearsNamespace(bound, id);
  if (!isOwn) throw new OutOfBound(bound, `id ${id.slice(0, 100)}`);
};

/** What a line of an import is answered that its key may not write. */
export const outOfBoundDetail = (bound: Bound): string => `this key writes ${describeBound(bound)}`;

const idOf = (name: string, agencies: AgencyAuthority): string => {
  if (agencies.get(name)) return name;
  const found = agencies.findByName(name);
  return found.length === 1 && found[0] !== undefined ? found[0] : name;
};
