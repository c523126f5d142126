import type { AgencyAuthority } from '../../authorities/agencies/index.ts';
import { type Bound, bearsNamespace, describeBound, isUnbound, isWithin } from '../../domain/bound.ts';
import type { Submission } from '../../domain/submission.ts';
import { readHeads } from '../../platform/articles/stored.ts';
import type { Caller } from '../access/caller.ts';
import { OutOfBound } from './errors.ts';
import type { IngestServices } from './services.ts';

/**
 * Restricts a submission to the bound of its key; whether the stored article is within the bound is checked when it
 * is written.
 *
 * @throws {OutOfBound} for an id or an agency outside the bound
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
  if (given.length > 0) return { ...submission, bound, owner: [...new Set(given)] };
  return { ...creditedTo(bound.agencies, submission), bound, owner: bound.agencies };
};

/** The text may credit whom it wants: what a key of one agency sends without a word about the agency is of that one. */
const creditedTo = (agencies: readonly string[], submission: Submission): Submission => {
  const { input } = submission;
  if (agencies.length !== 1 || !input) return submission;
  return { ...submission, input: { ...input, given: { ...input.given, agency: [...agencies] } } };
};

/** Prefix for ids made for articles without one, if the key has exactly one namespace. */
export const namespaceOf = ({ namespaces }: Bound): string =>
  namespaces.length === 1 ? (namespaces[0] ?? '') : '';

/** Whether a key may write an id: that of a new article or of one of its own. */
export const isOwn = async (
  id: string,
  { bound }: Pick<Caller, 'bound'>,
  ingest: Pick<IngestServices, 'client' | 'names'>,
): Promise<boolean> => {
  if (isUnbound(bound)) return true;
  const head = bound.agencies.length > 0 ? (await readHeads(ingest, [{ id }])).get(id)?.head : undefined;
  return head ? isWithin(bound, { id, owner: head.owner }) : bearsNamespace(bound, id);
};

/**
 * Checks the same before the request is read.
 *
 * @throws {OutOfBound}
 */
export const requireOwn = async (
  id: string,
  caller: Pick<Caller, 'bound'>,
  ingest: Pick<IngestServices, 'client' | 'names'>,
): Promise<void> => {
  if (!(await isOwn(id, caller, ingest))) throw new OutOfBound(caller.bound, `id ${id.slice(0, 100)}`);
};

/** The answer to an import line that its key may not write. */
export const outOfBoundDetail = (bound: Bound): string => `this key writes ${describeBound(bound)}`;

const idOf = (name: string, agencies: AgencyAuthority): string => {
  if (agencies.get(name)) return name;
  const found = agencies.findByName(name);
  return found.length === 1 && found[0] !== undefined ? found[0] : name;
};
